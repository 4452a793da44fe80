import { placeDocument, placeFragment } from './placing';
import { isTouched } from './unsaved';

/** Parts that changed elsewhere are fetched anew, unless somebody is writing in them: then once they have finished. */
export function renewing(): void {
  document.addEventListener('renew', event => fetchParts((event as CustomEvent<string[]>).detail));
}

function fetchParts(ids: string[]): void {
  const sources = new Map<string, string[]>();
  for (const id of ids.filter(one => !postponed(one))) {
    const source = sourceOf(id);
    sources.set(source, [...(sources.get(source) ?? []), id]);
  }
  for (const [source, parts] of sources) void fetchFrom(source, parts);
}

/** Most parts are the page's own; those in the side panel came from another. */
function sourceOf(id: string): string {
  return document.getElementById(id)?.closest<HTMLElement>('[data-source]')?.dataset['source'] ?? location.href;
}

async function fetchFrom(source: string, ids: string[]): Promise<void> {
  const answer = await fetch(source, { headers: { Accept: 'text/html', 'X-Fragment': ids.join(' '), 'X-Renew': '1' } }).catch(() => undefined);
  // A server that is away for a moment is asked again when the connection is back.
  if (!answer || answer.status >= 500) return;
  if (answer.redirected && new URL(answer.url).pathname !== new URL(source).pathname) {
    location.assign(answer.url);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const missing = ids.filter(id => !postponed(id) && !placeFragment(page, `#${id}`));
  if (source === location.href && missing.some(id => document.getElementById(id))) placeDocument(page);
}

function postponed(id: string): boolean {
  const part = document.getElementById(id);
  if (!part) return true;
  const busy = part.querySelector('form[data-sending], dialog[open]') ?? changedField(part);
  if (busy) part.addEventListener('focusout', () => setTimeout(() => fetchParts([id]), 300), { once: true });
  return busy != null;
}

/** Something typed or chosen that the server does not know yet: it must not be lost, wherever the person is looking. */
function changedField(part: HTMLElement): Element | undefined {
  return [...part.querySelectorAll<HTMLFormElement>('form[data-guard]')].find(isTouched) ?? [...part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input:not([type=hidden]), textarea, select')].find(isChanged);
}

function isChanged(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): boolean {
  if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue;
  return [...field.options].some(option => option.defaultSelected) ? !field.selectedOptions[0]?.defaultSelected : field.selectedIndex > 0;
}
