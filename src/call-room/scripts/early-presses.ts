/** Whoever presses a button before the room stands means it: the press is done as soon as it does. */
export function earlyPresses(page: HTMLElement): () => void {
  const pressed = new Set<HTMLButtonElement>();
  const keep = ({ target }: Event): void => {
    const button = (target as Element).closest<HTMLButtonElement>('[data-do]');
    if (button) pressed.add(button);
  };
  page.addEventListener('click', keep);
  return () => {
    page.removeEventListener('click', keep);
    for (const button of pressed) button.click();
  };
}
