import { placeOf } from './faults';
import type { Field } from './fields';

/** Links to a field (`#id`) lead into its editor, those with `data-goto="line:column"` to the place of a fault. */
export function goingTo(fields: readonly Field[]): void {
  document.addEventListener('click', event => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const field = fields.find(one => link?.hash === `#${one.area.id}`);
    if (!link || !field) return;
    event.preventDefault();
    const [line, column] = (link.dataset['goto'] ?? '1:1').split(':').map(Number);
    field.view.dispatch({ selection: { anchor: placeOf(field.view.state, line ?? 1, column ?? 1) }, scrollIntoView: true });
    field.view.focus();
  });
}
