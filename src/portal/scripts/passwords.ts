/** Buttons with `data-password-toggle="id"` show and hide what is typed; they appear only where this script runs. */
export function passwords(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-password-toggle]')) {
    const input = document.getElementById(button.dataset['passwordToggle'] ?? '');
    if (input instanceof HTMLInputElement) connect(button, input);
  }
}

function connect(button: HTMLButtonElement, input: HTMLInputElement): void {
  button.hidden = false;
  button.addEventListener('click', () => show(button, input, input.type === 'password'));
  // Browsers offer to keep a password only from a field that is still one.
  input.form?.addEventListener('submit', () => show(button, input, false));
  show(button, input, false);
}

function show(button: HTMLButtonElement, input: HTMLInputElement, visible: boolean): void {
  input.type = visible ? 'text' : 'password';
  button.setAttribute('aria-label', (visible ? button.dataset['hide'] : button.dataset['show']) ?? '');
  button.querySelector('.icon')?.classList.toggle('icon-eye', !visible);
  button.querySelector('.icon')?.classList.toggle('icon-eye-off', visible);
}
