/** How exactly the seconds are kept. */
const step = 1000;

const fetched = new WeakMap<Element, number>();

/**
 * `<section id="messages" data-renew-every="5">` is fetched anew every so many seconds while somebody can see it: of what changes too often to be announced.
 * 0 once nothing can change any more.
 */
export function renewByTime(): void {
  setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    const due = [...document.querySelectorAll<HTMLElement>('[data-renew-every][id]')].filter(isDue);
    if (due.length > 0) document.dispatchEvent(new CustomEvent('renew', { detail: due.map(part => part.id) }));
  }, step);
}

/** A part counts from when it was first seen; what is put in its place counts anew. */
function isDue(part: HTMLElement): boolean {
  const [since, seconds] = [fetched.get(part), Number(part.dataset['renewEvery'])];
  if (!(seconds > 0) || (since !== undefined && performance.now() - since < seconds * 1000)) return false;
  fetched.set(part, performance.now());
  return since !== undefined;
}
