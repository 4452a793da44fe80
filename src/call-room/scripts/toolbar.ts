const keys: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** One stop of the Tab key; inside, the arrow keys go from button to button, Home and End to the ends. */
export function toolbar(bar: HTMLElement): void {
  const buttons = (): HTMLButtonElement[] => [...bar.querySelectorAll<HTMLButtonElement>('button')].filter(button => button.offsetParent !== null);
  const stopAt = (stop: HTMLElement): void => bar.querySelectorAll('button').forEach(button => button.tabIndex = button === stop ? 0 : -1);
  const first = bar.querySelector('button');
  if (first) stopAt(first);

  bar.addEventListener('focusin', event => {
    if (event.target instanceof HTMLButtonElement) stopAt(event.target);
  });
  bar.addEventListener('keydown', event => {
    const all = buttons();
    const now = all.indexOf(event.target as HTMLButtonElement);
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : now + (keys[event.key] ?? 0);
    if (now < 0 || next === now) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  });
}
