import { addChips, chipIn } from './contact-chips';
import { boxOf } from './contact-parts';

/** Addresses that match, each with a button that adds it. */
export function results(field: HTMLElement): void {
  const [box, list] = [boxOf(field), field.querySelector('.contacts-results')];
  field.addEventListener('suggested', event => {
    const fresh = (event as CustomEvent<HTMLElement | undefined>).detail?.querySelector('.contacts-results');
    list?.replaceChildren(...(fresh?.childNodes ?? []));
  });
  list?.addEventListener('click', event => {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    event.preventDefault();
    addChips(field, chipIn(button.closest('li')));
    list.replaceChildren();
    box.value = '';
    box.focus();
  });
}
