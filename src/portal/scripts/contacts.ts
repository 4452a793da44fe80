import { chips } from './contact-chips';
import { options } from './contact-options';
import { results } from './contact-results';
import { typing } from './contact-typing';

/** `.contacts[data-choices]`: the field of Support Contacts. Without this script it is a list of ticked boxes, a box to type in, and a button that searches. */
export function contacts(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLElement>('.contacts[data-choices]')) {
    field.classList.add('contacts-live');
    field.querySelector('.contacts-box > button')?.remove();
    chips(field);
    // What a listbox makes of a key comes before what typing does.
    if (field.dataset['contacts'] === 'pick') options(field);
    else results(field);
    typing(field);
  }
}
