/** The box of a field of Support Contacts. */
export const boxOf = (field: HTMLElement): HTMLInputElement => field.querySelector<HTMLInputElement>('input[name=ContactsTyped]')!;

/** Said to those who do not see it, one sentence after another. */
export function say(field: HTMLElement, sentence: string | null | undefined): void {
  const said = field.querySelector('[data-contacts-said]');
  if (said && sentence) said.textContent = sentence;
}

/** The message below the box; none hides it. */
export function showError(field: HTMLElement, sentence: string): void {
  const [error, box] = [field.querySelector<HTMLElement>('.field-error'), boxOf(field)];
  if (!error) return;
  error.hidden = sentence === '';
  error.querySelector('span:last-child')!.textContent = sentence;
  if (sentence) box.setAttribute('aria-invalid', 'true');
  else box.removeAttribute('aria-invalid');
}
