import { boxOf, say } from './contact-parts';

/** The chosen ones: each with an X, which the arrows reach, too. */
export function chips(field: HTMLElement): void {
  for (const chip of chipsOf(field)) dress(field, chip);
  boxOf(field).addEventListener('keydown', event => {
    const last = chipsOf(field).at(-1);
    if (event.key === 'Backspace' && boxOf(field).value === '' && last) {
      event.preventDefault();
      crossOf(last)?.focus();
    }
  });
}

export const chipsOf = (field: HTMLElement): HTMLElement[] => [...field.querySelectorAll<HTMLElement>('.contacts-chosen > .contact')];

/** Adds those that are not there yet, and says so. */
export function addChips(field: HTMLElement, fresh: HTMLElement[]): void {
  const there = new Set(chipsOf(field).map(chip => chip.dataset['contact']));
  const added = fresh.filter(chip => !there.has(chip.dataset['contact']));
  for (const chip of added) dress(field, chip);
  field.querySelector('.contacts-chosen')?.append(...added);
  say(field, added.map(chip => crossOf(chip)?.dataset['added']).join('. '));
}

/** A copy of the chip that a choice carries. */
export function chipIn(choice: Element | null): HTMLElement[] {
  const chip = choice?.querySelector('template')?.content.firstElementChild;
  return chip ? [document.importNode(chip, true) as HTMLElement] : [];
}

const crossOf = (chip: Element | undefined): HTMLElement | null => chip?.querySelector<HTMLElement>('.contact-remove') ?? null;

function dress(field: HTMLElement, chip: HTMLElement): void {
  const cross = crossOf(chip);
  if (!cross) return;
  cross.hidden = false;
  cross.addEventListener('click', () => remove(field, chip));
  cross.addEventListener('keydown', event => {
    const all = chipsOf(field);
    const place = all.indexOf(chip);
    if (event.key === 'Backspace' || event.key === 'Delete') remove(field, chip);
    else if (event.key === 'ArrowLeft') crossOf(all[place - 1])?.focus();
    else if (event.key === 'ArrowRight') (crossOf(all[place + 1]) ?? boxOf(field)).focus();
    else return;
    event.preventDefault();
  });
}

/** The focus goes on to the next one, so that whoever removes several need not look for it. */
function remove(field: HTMLElement, chip: HTMLElement): void {
  const all = chipsOf(field);
  const place = all.indexOf(chip);
  chip.remove();
  (crossOf(all[place + 1]) ?? crossOf(all[place - 1]) ?? boxOf(field)).focus();
  say(field, crossOf(chip)?.dataset['removed']);
}
