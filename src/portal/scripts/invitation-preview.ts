import { placeFragment } from './placing';

/** `<form data-invitation="address">` shows what the guest gets as channel and language are chosen. */
export function invitationPreview(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-invitation]')) {
    form.querySelector('[data-scriptless]')?.setAttribute('hidden', '');
    form.addEventListener('change', event => {
      if (['Form.Channel', 'Form.Language'].includes((event.target as HTMLInputElement).name)) void show(form);
    });
  }
}

async function show(form: HTMLFormElement): Promise<void> {
  const [channel, language] = chosen(form);
  const answer = await fetch(`${form.dataset['invitation']}?${new URLSearchParams({ channel, language }).toString()}`, { headers: { Accept: 'text/html', 'X-Fragment': 'preview' } }).catch(() => undefined);
  // Meanwhile something else may have been chosen; its own answer is on the way.
  if (!answer?.ok || chosen(form).join() !== [channel, language].join()) return;
  placeFragment(new DOMParser().parseFromString(await answer.text(), 'text/html'), '#preview');
}

function chosen(form: HTMLFormElement): [string, string] {
  const fields = new FormData(form);
  return [String(fields.get('Form.Channel') ?? 'email'), String(fields.get('Form.Language') ?? '')];
}
