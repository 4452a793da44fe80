/** A form is sent once: its button turns until the answer comes. Not for forms with `data-repeatable` (downloads). */
export function submitOnce(): void {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method === 'dialog' || 'repeatable' in form.dataset) return;
    if ('sending' in form.dataset) event.preventDefault();
    else markSending(form, event.submitter);
  });

  // Back from the browser's cache, the page must be usable again.
  addEventListener('pageshow', event => {
    if (event.persisted) document.querySelectorAll<HTMLFormElement>('form[data-sending]').forEach(unmarkSending);
  });
}

/** `aria-disabled` and not `disabled`: the pressed button keeps the focus, and its value is still sent. */
export function markSending(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset['sending'] = '';
  for (const button of submitButtons(form)) button.setAttribute('aria-disabled', 'true');
  submitter?.setAttribute('aria-busy', 'true');
}

export function unmarkSending(form: HTMLFormElement): void {
  delete form.dataset['sending'];
  for (const button of submitButtons(form)) {
    button.removeAttribute('aria-disabled');
    button.removeAttribute('aria-busy');
  }
}

function submitButtons(form: HTMLFormElement): HTMLElement[] {
  return [...form.elements].filter((part): part is HTMLButtonElement => part instanceof HTMLButtonElement && part.type === 'submit');
}
