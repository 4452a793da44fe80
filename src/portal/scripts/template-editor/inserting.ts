import { snippet } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { Field } from './fields';

/** Each `[data-insert]` becomes a button that puts its text where the person was last; `[data-wrap]` puts what is marked into it, at its field. */
export function inserting(fields: readonly Field[]): void {
  let last = fields.find(field => field.part !== 'subject') ?? fields[0];
  for (const field of fields) field.view.contentDOM.addEventListener('focus', () => (last = field));

  for (const code of document.querySelectorAll<HTMLElement>('[data-insert]')) {
    const button = buttonOf(code);
    button.addEventListener('click', () => last && insert(last.view, code.dataset['insert'] ?? ''));
  }
  for (const tool of document.querySelectorAll<HTMLButtonElement>('button[data-wrap]')) {
    const field = fields.find(one => one.part === tool.dataset['part']);
    tool.hidden = !field;
    tool.addEventListener('click', () => field && wrap(field.view, tool.dataset['wrap'] ?? ''));
  }
  document.querySelectorAll<HTMLElement>('[data-insert-help]').forEach(help => (help.hidden = false));
}

function buttonOf(code: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'variable-button';
  button.setAttribute('aria-label', code.dataset['insertLabel'] ?? code.textContent ?? '');
  code.replaceWith(button);
  button.append(code);
  return button;
}

function insert(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true });
  view.focus();
}

/** `…` is where the marked words go. */
function wrap(view: EditorView, pattern: string): void {
  const { from, to } = view.state.selection.main;
  const marked = view.state.sliceDoc(from, to).replaceAll(/[\\$#{}]/g, '\\$&');
  const template = pattern.replaceAll(/[\\$#{}]/g, '\\$&').replace('…', marked || '#{}');
  snippet(template)(view, null, from, to);
  view.focus();
}
