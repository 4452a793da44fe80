import { submitLive } from './swap';

const waiting = new WeakMap<HTMLFormElement, number>();

/** `form[data-live][data-swap]` answers while somebody types: a quarter of a second after the last key. */
export function liveForms(): void {
  document.addEventListener('input', event => {
    const form = (event.target as HTMLInputElement).form;
    if (!form || !('live' in form.dataset)) return;
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => void submitLive(form), 250));
  });
}
