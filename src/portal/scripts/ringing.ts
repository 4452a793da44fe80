import { ringTone } from './ring-tone';

const quietly = matchMedia('(prefers-reduced-motion: reduce)');
const pace = 1_500;

let plain = document.title;
let calling = '';
let timer: number | undefined;
let silence: AbortController | undefined;

/** While `[data-ringing="Anna calls"]` stands on the page and is not `.ringing-quiet`, its words take turns with the page's title, and one page of the browser rings aloud. */
export function ringing(): void {
  const call = document.querySelector<HTMLElement>('[data-ringing]:not(.ringing-quiet)');
  if (call) start(call.dataset['ringing'] ?? '');
  else stop();
}

function start(words: string): void {
  // Whoever puts a new piece into the page sets its title, too.
  if (document.title !== calling) plain = document.title;
  calling = words;
  if (silence) return;
  silence = new AbortController();
  void oneOfManyTabs(silence.signal);
  tell();
}

function stop(): void {
  if (!silence) return;
  silence.abort();
  silence = undefined;
  clearTimeout(timer);
  if (document.title === calling) document.title = plain;
  calling = '';
}

function tell(): void {
  document.title = document.title === calling && !quietly.matches ? plain : calling;
  timer = setTimeout(tell, pace);
}

/** The lock is held by the page that rings; when that one closes, the next takes its turn. A page that nobody has touched yet may not sound. */
async function oneOfManyTabs(signal: AbortSignal): Promise<void> {
  await touched(signal);
  if (signal.aborted) return;
  if (!navigator.locks) return ringTone(signal);
  await navigator.locks.request('ringing-aloud', { signal }, () => ringTone(signal)).catch((reason: unknown) => {
    if (!signal.aborted) throw reason;
  });
}

function touched(signal: AbortSignal): Promise<void> {
  if (navigator.userActivation?.hasBeenActive ?? true) return Promise.resolve();
  return new Promise(resolve => {
    for (const event of ['pointerdown', 'keydown']) addEventListener(event, () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
