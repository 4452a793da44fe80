import { isTouched } from './unsaved';

/**
 * A part that somebody is writing in is not fetched anew. Where it has a `[data-changed-elsewhere]` notice and a `data-version`, it is looked whether the
 * version is another by now: then the notice shows.
 */
export function changedElsewhere(): void {
  document.addEventListener('renew', event => {
    for (const id of (event as CustomEvent<string[]>).detail) void look(id);
  });
}

async function look(id: string): Promise<void> {
  const part = document.getElementById(id);
  const notice = part?.querySelector<HTMLElement>('[data-changed-elsewhere]');
  const form = part?.querySelector<HTMLFormElement>('form[data-guard]');
  if (!part || !notice || !form || 'sending' in form.dataset || !isTouched(form)) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'X-Fragment': id, 'X-Renew': '1' } }).catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
  if (fresh && fresh.dataset['version'] !== part.dataset['version']) notice.hidden = false;
}
