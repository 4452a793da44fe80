import { showFaults, type Fault } from './faults';
import type { Field } from './fields';
import { chosen } from './preview';

const pause = 400;

/** Has the server check what is typed, a moment after the last key: the parts with `data-check` are its answer, `data-faults` says where. */
export function checking(form: HTMLFormElement, fields: readonly Field[], refreshPreview: () => void): void {
  let waiting: number | undefined;
  let running: AbortController | undefined;

  showFaults(fields, faultsIn(document));
  refreshPreview();
  document.querySelectorAll('input[data-preview-choice][name=values]').forEach(choice => choice.addEventListener('change', () => void check()));
  form.addEventListener('input', event => {
    if (!(event.target as Element).closest('[data-unchecked]')) again();
  });

  function again(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => void check(), pause);
  }

  async function check(): Promise<void> {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const body = new URLSearchParams([...new URLSearchParams(new FormData(form) as never), ...chosen()]);
    const answer = await fetch(form.dataset['checkAt'] ?? form.action, { method: 'POST', body, signal, headers: { Accept: 'text/html', 'X-Fragment': 'check' } }).catch(() => undefined);
    if (signal.aborted) return;
    if (!answer || answer.redirected || answer.status >= 500) return unreachable();
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  }

  function show(page: Document): void {
    for (const fresh of page.querySelectorAll<HTMLElement>('[data-check]')) {
      const old = document.getElementById(fresh.id);
      if (old && !old.isEqualNode(fresh)) old.replaceWith(document.adoptNode(fresh));
    }
    const faults = faultsIn(document);
    for (const { part, area } of fields) mark(area, faults.some(fault => fault.part === part));
    showFaults(fields, faults);
    refreshPreview();
  }
}

function mark(area: HTMLTextAreaElement, isInvalid: boolean): void {
  if (isInvalid) area.setAttribute('aria-invalid', 'true');
  else area.removeAttribute('aria-invalid');
}

/** Nothing is lost: what is typed stays, and the next key asks again. */
function unreachable(): void {
  document.getElementById('connection-lost')?.removeAttribute('hidden');
}

function faultsIn(page: Document): Fault[] {
  return [...page.querySelectorAll<HTMLElement>('[data-faults]')].flatMap(list => JSON.parse(list.dataset['faults'] ?? '[]') as Fault[]);
}
