/** `<button data-copy="text" data-copied="Copied">`, hidden until this script shows it. */
export function copying(root: ParentNode): void {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
  const label = button.querySelector('[data-label]');
  if (!label) return;
  const before = label.textContent;
  label.setAttribute('aria-live', 'polite');
  label.textContent = button.dataset['copied'] ?? before;
  setTimeout(() => (label.textContent = before), 2_000);
}
