import { markSending, unmarkSending } from './submit-once';
import { placeDocument, placeFragment } from './placing';

const running = new Map<string, AbortController>();

/** Forms and links with `data-swap="#id"` fetch their answer and replace that part of the page; without this script they just lead there. */
export function swap(): void {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || !form.dataset['swap']) return;
    event.preventDefault();
    if (!('sending' in form.dataset)) void submitForm(form, event.submitter);
  });

  document.addEventListener('click', event => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-swap]');
    if (!link || event.defaultPrevented || isForTheBrowser(event)) return;
    event.preventDefault();
    void get(link.href, link.dataset['swap'] ?? '', 'push');
  });

  addEventListener('popstate', event => {
    const selector = (event.state as { swap?: string } | null)?.swap;
    if (selector) void get(location.href, selector, 'keep');
    else if ('swapped' in document.documentElement.dataset) location.reload();
  });
}

/** Sends a GET form as it is being typed in; the address follows without new steps in the history. */
export async function submitLive(form: HTMLFormElement): Promise<void> {
  await get(addressOf(form, null), form.dataset['swap'] ?? '', 'replace');
}

async function submitForm(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const selector = form.dataset['swap'] ?? '';
  if (form.method !== 'post') return get(addressOf(form, submitter), selector, 'push');
  markSending(form, submitter);
  try {
    const body = new FormData(form, submitter);
    const isFile = form.enctype === 'multipart/form-data';
    const answer = await load(form.action, selector, { method: 'POST', body: isFile ? body : new URLSearchParams(body as never) });
    // What the side panel shows has no address in the history.
    if (answer) await show(answer, selector, answer.redirected && !form.closest('dialog') ? 'push' : 'keep');
  } catch {
    // It is not known whether the form arrived, so it is not sent a second time: the person sees the button again.
    document.getElementById('connection-lost')?.removeAttribute('hidden');
  } finally {
    unmarkSending(form);
  }
}

async function get(address: string, selector: string, history: 'push' | 'replace' | 'keep'): Promise<void> {
  try {
    const answer = await load(address, selector, {});
    if (answer) await show(answer, selector, history);
  } catch {
    location.assign(address);
  }
}

/** Nothing comes back when a later question for the same part overtook this one. */
async function load(address: string, selector: string, request: RequestInit): Promise<Response | undefined> {
  running.get(selector)?.abort();
  const own = new AbortController();
  running.set(selector, own);
  const target = document.querySelector(selector);
  target?.setAttribute('aria-busy', 'true');
  try {
    return await fetch(address, { ...request, signal: own.signal, headers: { Accept: 'text/html', 'X-Fragment': selector.slice(1) } });
  } catch (error) {
    if (own.signal.aborted) return undefined;
    throw error;
  } finally {
    if (running.get(selector) === own) target?.removeAttribute('aria-busy');
  }
}

async function show(answer: Response, selector: string, history: 'push' | 'replace' | 'keep'): Promise<void> {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  remember(answer.url, selector, history);
  if (!placeFragment(page, selector)) placeDocument(page);
}

function remember(address: string, selector: string, how: 'push' | 'replace' | 'keep'): void {
  document.documentElement.dataset['swapped'] = '';
  if (how === 'push') history.pushState({ swap: selector }, '', address);
  if (how === 'replace') history.replaceState({ swap: selector }, '', address);
}

function addressOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const address = new URL(form.action);
  address.search = new URLSearchParams(new FormData(form, submitter) as never).toString();
  return address.href;
}

function isForTheBrowser(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
