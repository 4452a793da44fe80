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
    if (box.value.trim()) void take(field);
  });
  box.addEventListener('paste', event => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!pasted.includes('@')) return;
    event.preventDefault();
    clearTimeout(timer);
    forget(field);
    // A line of its own, as any white space, parts two addresses; a box of one line would swallow it.
    box.setRangeText(pasted.replace(/\s+/g, ' '), box.selectionStart ?? 0, box.selectionEnd ?? 0, 'end');
    void take(field);
  });
}

/** A name can hold a comma; after an @ it ends an address. */
function isEnd(event: KeyboardEvent, typed: string): boolean {
  return !event.defaultPrevented && (event.key === 'Enter' || ((event.key === ',' || event.key === ';') && typed.includes('@')));
}

async function suggest(field: HTMLElement): Promise<void> {
  const typed = boxOf(field).value.trim();
  const answer = typed ? await ask(field, 'suggest') : undefined;
  if (typed && !answer) return;
  field.dispatchEvent(new CustomEvent('suggested', { detail: answer }));
  say(field, answer?.querySelector('[data-contacts-said]')?.textContent);
}

/** What was sent stays in the box until the answer is there, so that it is saved also by whoever is faster; what is typed meanwhile stays behind it. */
async function take(field: HTMLElement): Promise<void> {
  const [box, sent] = [boxOf(field), boxOf(field).value];
  const before = new Set(chipsOf(field).map(chip => chip.dataset['contact']));
  const answer = await ask(field, 'take');
  if (!answer) return;
  field.dispatchEvent(new CustomEvent('suggested'));
  const after = chipsOf(answer);
  const kept = new Set(after.map(chip => chip.dataset['contact']));
  for (const chip of chipsOf(field)) if (before.has(chip.dataset['contact']) && !kept.has(chip.dataset['contact'])) chip.remove();
  addChips(field, after.filter(chip => !before.has(chip.dataset['contact'])).map(chip => document.adoptNode(chip)));

  const rest = boxOf(answer).value;
  if (box.value.startsWith(sent)) box.value = rest + (rest ? box.value.slice(sent.length) : box.value.slice(sent.length).trimStart());
  const error = answer.querySelector<HTMLElement>('.field-error');
  if (!error || error.hidden) return;
  showError(field, error.textContent?.trim() ?? '');
  say(field, error.textContent?.trim());
}
