import { addChips, chipsOf } from './contact-chips';
import { ask, forget } from './contact-choices';
import { boxOf, say, showError } from './contact-parts';

const pause = 200;

/** What is typed is looked up; ENTER, a comma and a pasted list are read for addresses. */
export function typing(field: HTMLElement): void {
  const box = boxOf(field);
  let timer: number | undefined;
  box.addEventListener('input', () => {
    showError(field, '');
    clearTimeout(timer);
    forget(field);
    timer = setTimeout(() => void suggest(field), box.value.trim() ? pause : 0);
  });
  box.addEventListener('keydown', event => {
    if (event.isComposing || !isEnd(event, box.value)) return;
    // Not even an empty box sends the form: that is Save's.
    event.preventDefault();
    clearTimeout(timer);
    forget(field);
    if (box.value.trim()) take(field);
  });
  box.addEventListener('paste', event => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!pasted.includes('@')) return;
    event.preventDefault();
    clearTimeout(timer);
    forget(field);
    // A line of its own, as any white space, parts two addresses; a box of one line would swallow it.
    box.setRangeText(pasted.replace(/\s+/g, ' '), box.selectionStart ?? 0, box.selectionEnd ?? 0, 'end');
    take(field);
  });
}

/** A name can hold a comma; after an @ it ends an address. */
function isEnd(event: KeyboardEvent, typed: string): boolean {
  return !event.defaultPrevented && (event.key === 'Enter' || ((event.key === ',' || event.key === ';') && typed.includes('@')));
}

async function suggest(field: HTMLElement): Promise<void> {
  const typed = boxOf(field).value.trim();
  const answer = typed ? await ask(field, 'suggest', typed) : undefined;
  if (typed && !answer) return;
  field.dispatchEvent(new CustomEvent('suggested', { detail: answer }));
  say(field, answer?.querySelector('[data-contacts-said]')?.textContent);
}

const taken = new WeakMap<HTMLElement, Promise<void>>();

/** What was ended stays in the box, before a comma, until its answer is there: whoever saves first saves it. What is ended meanwhile is taken after it. */
function take(field: HTMLElement): void {
  boxOf(field).value += end;
  taken.set(field, (taken.get(field) ?? Promise.resolve()).then(() => takeEnded(field)));
}

const end = ', ';

async function takeEnded(field: HTMLElement): Promise<void> {
  const box = boxOf(field);
  const ended = box.value.slice(0, Math.max(0, box.value.lastIndexOf(end)));
  const before = new Set(chipsOf(field).map(chip => chip.dataset['contact']));
  const answer = ended.trim() ? await ask(field, 'take', ended) : undefined;
  if (!answer) return;
  field.dispatchEvent(new CustomEvent('suggested'));
  const after = chipsOf(answer);
  const kept = new Set(after.map(chip => chip.dataset['contact']));
  for (const chip of chipsOf(field)) if (before.has(chip.dataset['contact']) && !kept.has(chip.dataset['contact'])) chip.remove();
  addChips(field, after.filter(chip => !before.has(chip.dataset['contact'])).map(chip => document.adoptNode(chip)));

  if (box.value.startsWith(ended + end)) box.value = [boxOf(answer).value, box.value.slice(ended.length + end.length)].filter(Boolean).join(end);
  const error = answer.querySelector<HTMLElement>('.field-error');
  if (!error || error.hidden) return;
  showError(field, error.textContent?.trim() ?? '');
  say(field, error.textContent?.trim());
}
