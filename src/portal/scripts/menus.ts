/** `details.menu` closes by Escape (back to its button), by a click elsewhere and when the focus leaves. */
export function menus(): void {
  document.addEventListener('keydown', event => {
    const menu = event.key === 'Escape' ? document.querySelector<HTMLDetailsElement>('details.menu[open]') : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', event => closeOthers(event.target as Node));
  document.addEventListener('focusin', event => closeOthers(event.target as Node));
}

function closeOthers(inside: Node): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]'))
    if (!menu.contains(inside)) menu.open = false;
}
