const untouched = new WeakMap<HTMLFormElement, string>();

/** `form[data-guard]`: the browser asks before somebody leaves what they typed. `data-guard="unsaved"`: what it holds from the start is saved nowhere. */
export function unsaved(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-guard]')) untouched.set(form, form.dataset['guard'] === 'unsaved' ? '' : contentOf(form));
}

/** Whether it holds something that would be lost. */
export const isTouched = (form: HTMLFormElement): boolean => untouched.has(form) && untouched.get(form) !== contentOf(form);

addEventListener('beforeunload', event => {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-guard]:not([data-sending])');
  if ([...forms].some(isTouched) && !isSending()) event.preventDefault();
});

function isSending(): boolean {
  return document.querySelector('form[data-guard][data-sending]') !== null;
}

function contentOf(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]));
}
