const running = new WeakMap<HTMLElement, AbortController>();

/** The field as the server sees it after a step; what is an address, and who matches, is known there. Nothing when a later question overtook this one. */
export async function ask(field: HTMLElement, step: 'suggest' | 'take', typed: string): Promise<HTMLElement | undefined> {
  const own = new AbortController();
  if (step === 'suggest') {
    forget(field);
    running.set(field, own);
  }
  const answer = await fetch(field.dataset['choices']!, { method: 'POST', body: bodyOf(field, step, typed), signal: own.signal, headers: { Accept: 'text/html' } })
    .then(response => response.ok ? response.text() : undefined)
    .catch(() => undefined);
  const page = answer === undefined ? undefined : new DOMParser().parseFromString(answer, 'text/html');
  return own.signal.aborted ? undefined : (page?.querySelector<HTMLElement>('.contacts') ?? undefined);
}

/** Whatever is being asked about letters that are no longer there. */
export function forget(field: HTMLElement): void {
  running.get(field)?.abort();
}

function bodyOf(field: HTMLElement, step: string, typed: string): URLSearchParams {
  const body = new URLSearchParams({ ContactsTyped: typed, ContactsStep: step, organizationId: field.dataset['organization'] ?? '' });
  for (const chosen of field.querySelectorAll<HTMLInputElement>('input[name=Contacts]:checked')) body.append('Contacts', chosen.value);
  const token = field.closest('form')?.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]');
  if (token) body.append(token.name, token.value);
  return body;
}
