/** What changes within this time is fetched once. */
const together = 100;

const waiting = new Set<string>();
let timer: number | undefined;

/**
 * `<section id="presence" data-renew="presence access">` is fetched anew when one of these words is heard; without a word every such part is. The parts
 * themselves are put in place by the portal's script, which knows how.
 */
export function renew(what?: string): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-renew][id]'))
    if (what === undefined || (part.dataset['renew'] ?? '').split(' ').includes(what)) waiting.add(part.id);
  if (waiting.size > 0) timer ??= setTimeout(ask, together);
}

function ask(): void {
  timer = undefined;
  const parts = [...waiting];
  waiting.clear();
  document.dispatchEvent(new CustomEvent('renew', { detail: parts }));
}
