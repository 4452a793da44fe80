import { placeDocument, placeFragment } from './placing';

/** Parts that changed elsewhere are fetched anew, unless somebody is writing in them: then once they have finished. */
export function renewing(): void {
  document.addEventListener('renew', event => void fetchParts((event as CustomEvent<string[]>).detail));
}

async function fetchParts(ids: string[]): Promise<void> {
  const free = ids.filter(id => !postponed(id));
  if (free.length === 0) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'X-Fragment': free.join(' ') } }).catch(() => undefined);
  // A server that is away for a moment is asked again when the connection is back.
  if (!answer || answer.status >= 500) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
    location.assign(answer.url);
    return;
  }
  const missing = free.filter(id => !postponed(id) && !placeFragment(page, `#${id}`));
  if (missing.some(id => document.getElementById(id))) placeDocument(page);
}

function postponed(id: string): boolean {
  const part = document.getElementById(id);
  const busy = part && (part.querySelector('form[data-sending]') ?? part.querySelector('dialog[open]') ?? changedField(part));
  if (!part || !busy) return !part;
  part.addEventListener('focusout', () => setTimeout(() => void fetchParts([id]), 300), { once: true });
  return true;
}

/** Something typed or chosen that the server does not know yet, with the person still at it. */
function changedField(part: HTMLElement): Element | undefined {
  if (!part.contains(document.activeElement)) return undefined;
  return [...part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input:not([type=hidden]), textarea, select')].find(isChanged);
}

function isChanged(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].some(option => option.selected !== option.defaultSelected) && field.selectedIndex > 0;
  return field.value !== field.defaultValue;
}
