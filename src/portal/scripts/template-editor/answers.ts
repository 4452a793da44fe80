import type { Field } from './fields';

/** How long what became of a test is asked for, and how often. */
const [every, longest] = [1_500, 120_000];

/**
 * `button[data-answer="#part"]` sends the form in the background and shows that part of the answer; `button[data-fill="#field"]` puts the answer's text of
 * a field into the editor, where it can be undone. Without this script both load the page anew, with everything that is typed.
 */
export function answers(form: HTMLFormElement, fields: readonly Field[]): void {
  form.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-answer], button[data-fill]');
    if (!button || button.ariaBusy) return;
    event.preventDefault();
    void ask(form, button, fields);
  });
}

async function ask(form: HTMLFormElement, button: HTMLButtonElement, fields: readonly Field[]): Promise<void> {
  button.ariaBusy = 'true';
  const body = new URLSearchParams(new FormData(form, button) as never);
  const answer = await fetch(button.formAction, { method: 'POST', body, headers: { Accept: 'text/html', 'X-Fragment': 'answer' } }).catch(() => undefined);
  button.ariaBusy = null;
  if (!answer || answer.redirected || answer.status >= 500) return document.getElementById('connection-lost')?.removeAttribute('hidden');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const selector of (button.dataset['answer'] ?? '').split(' ').filter(Boolean)) place(page, selector);
  fill(page, fields.find(field => `#${field.area.id}` === button.dataset['fill']));
}

function place(page: Document, selector: string): void {
  const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)];
  if (!old || !fresh) return;
  const pressed = old.contains(document.activeElement) ? (document.activeElement as HTMLButtonElement).value : undefined;
  old.replaceWith(document.adoptNode(fresh));
  if (pressed) fresh.querySelector<HTMLElement>(`button[value="${CSS.escape(pressed)}"]`)?.focus();
  follow(longest);
}

function fill(page: Document, field: Field | undefined): void {
  const text = field && page.querySelector<HTMLTextAreaElement>(`#${field.area.id}`)?.value;
  if (!field || text === undefined) return;
  field.view.dispatch({ changes: { from: 0, to: field.view.state.doc.length, insert: text }, userEvent: 'input' });
  field.view.focus();
}

/** Asks again and again what became of a test, until it is known. */
function follow(left: number): void {
  if (left <= 0 || !document.querySelector('#test-result[data-waiting]')) return;
  setTimeout(() => {
    document.dispatchEvent(new CustomEvent('renew', { detail: ['test-result'] }));
    follow(left - every);
  }, every);
}
