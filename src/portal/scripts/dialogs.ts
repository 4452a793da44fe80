/** `<a href="/a-page" data-dialog="#id">` opens the dialog instead of leading to the page that does the same. */
export function dialogs(): void {
  document.addEventListener('click', event => {
    const opener = (event.target as Element).closest<HTMLElement>('[data-dialog]');
    const dialog = opener && document.querySelector(opener.dataset['dialog'] ?? '');
    if (!(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    dialog.showModal();
  });
  document.addEventListener('click', event => {
    // A click on the backdrop is a click on the dialog itself.
    if (event.target instanceof HTMLDialogElement && isOutside(event.target, event)) event.target.close();
  });
}

function isOutside(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
