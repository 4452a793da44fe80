import { addChips, chipIn } from './contact-chips';
import { forget } from './contact-choices';
import { boxOf } from './contact-parts';

/** The box as a combobox with a listbox (WAI-ARIA 1.2): the focus stays in it, arrows move through the options. */
export function options(field: HTMLElement): void {
  const [box, list] = [boxOf(field), field.querySelector<HTMLElement>('[role=listbox]')!];
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-expanded': 'false', 'aria-controls': list.id }))
    box.setAttribute(name, value);

  field.addEventListener('suggested', event => {
    const answer = (event as CustomEvent<HTMLElement | undefined>).detail;
    list.replaceChildren(...(answer?.querySelectorAll('[role=option]') ?? []));
    field.querySelector('.contacts-results')?.replaceChildren(...(answer?.querySelector('.contacts-results')?.childNodes ?? []));
    open(box, list, document.activeElement === box);
  });
  box.addEventListener('keydown', event => {
    if (!event.isComposing && press(field, box, list, event)) event.preventDefault();
  });
  box.addEventListener('blur', () => open(box, list, false));
  // A press on an option must not take the focus out of the box.
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => pick(field, box, list, (event.target as Element).closest('[role=option]')));
}

/** True where the key was the list's. */
function press(field: HTMLElement, box: HTMLInputElement, list: HTMLElement, event: KeyboardEvent): boolean {
  const all = [...list.children];
  const place = all.indexOf(activeIn(list)!);
  const move = (to: number): boolean => activate(box, list, all[(to + all.length) % all.length]);
  if (all.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return false;
  switch (event.key) {
    case 'ArrowDown': return move(list.hidden ? 0 : place + 1);
    case 'ArrowUp': return move(place < 0 ? all.length - 1 : place - 1);
    case 'Home': return place >= 0 && move(0);
    case 'End': return place >= 0 && move(all.length - 1);
    case 'Enter': return place >= 0 && pick(field, box, list, all[place] ?? null);
    case 'Escape': return !list.hidden && open(box, list, false);
    default: return false;
  }
}

const activeIn = (list: HTMLElement): Element | null => (list.hidden ? null : list.querySelector('[aria-selected=true]'));

function activate(box: HTMLInputElement, list: HTMLElement, option: Element | undefined): boolean {
  open(box, list, true);
  if (!option) return false;
  option.setAttribute('aria-selected', 'true');
  option.scrollIntoView({ block: 'nearest' });
  box.setAttribute('aria-activedescendant', option.id);
  return true;
}

/** Nothing is active in a list that has just been opened or closed. */
function open(box: HTMLInputElement, list: HTMLElement, isOpen: boolean): boolean {
  for (const option of list.children) option.setAttribute('aria-selected', 'false');
  box.removeAttribute('aria-activedescendant');
  list.hidden = !isOpen || list.children.length === 0;
  box.setAttribute('aria-expanded', String(!list.hidden));
  return true;
}

function pick(field: HTMLElement, box: HTMLInputElement, list: HTMLElement, option: Element | null): boolean {
  if (!option) return false;
  forget(field);
  addChips(field, chipIn(option));
  list.replaceChildren();
  open(box, list, false);
  box.value = '';
  box.focus();
  return true;
}
