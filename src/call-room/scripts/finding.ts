/** All parts of the page that do this: buttons have `data-do="mute"`. */
export const doers = (page: ParentNode, what: string): HTMLButtonElement[] => [...page.querySelectorAll<HTMLButtonElement>(`[data-do="${what}"]`)];

export function onPress(page: ParentNode, what: string, press: (button: HTMLButtonElement) => void): void {
  for (const button of doers(page, what)) button.addEventListener('click', () => press(button));
}

/** A button that says what a press will do: its parts with `data-when="on"` or `"off"` take turns. */
export function toggle(page: ParentNode, what: string, isOn: boolean): void {
  for (const button of doers(page, what)) {
    button.dataset['state'] = isOn ? 'on' : 'off';
    for (const part of button.querySelectorAll<HTMLElement>('[data-when]')) part.hidden = part.dataset['when'] !== button.dataset['state'];
  }
}

export function show(page: ParentNode, selector: string, isShown: boolean): void {
  for (const part of page.querySelectorAll<HTMLElement>(selector)) part.hidden = !isShown;
}

/** Writes a text where it is not there already: screen readers read out what changes. */
export function write(page: ParentNode, selector: string, text: string): void {
  for (const part of page.querySelectorAll<HTMLElement>(selector)) if (part.textContent !== text) part.textContent = text;
}
