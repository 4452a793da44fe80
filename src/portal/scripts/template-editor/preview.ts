/**
 * Shows what is typed as it would arrive, in a frame without scripts. Each time a new frame is loaded behind the one that is seen and then takes its place:
 * nothing flickers, and a first load leaves no step in the history.
 */
export function preview(form: HTMLFormElement): () => void {
  const stage = document.querySelector<HTMLElement>('[data-preview]');
  if (!stage) return () => undefined;
  let count = 0;
  document.querySelectorAll<HTMLElement>('[data-preview-choices]').forEach(choices => (choices.hidden = false));
  document.querySelectorAll<HTMLInputElement>('input[data-preview-choice]').forEach(choice => choice.addEventListener('change', refresh));
  return refresh;

  function refresh(): void {
    const old = stage!.querySelector<HTMLIFrameElement>('iframe:not([data-loading])');
    stage!.querySelectorAll('iframe[data-loading]').forEach(frame => frame.remove());
    const fresh = frameLike(old, `template-preview-${++count}`);
    fresh.addEventListener('load', () => {
      if (!fresh.isConnected || !('loading' in fresh.dataset)) return;
      delete fresh.dataset['loading'];
      old?.remove();
    });
    stage!.append(fresh);
    const choices = chosen();
    stage!.dataset['view'] = choices.get('view') ?? stage!.dataset['view'] ?? '';
    send(form, `${stage!.dataset['preview']}&${choices}`, fresh.name);
  }
}

/** What is to be shown and with which values; no field of the form, since choosing changes nothing that could be lost. */
export function chosen(): URLSearchParams {
  const checked = [...document.querySelectorAll<HTMLInputElement>('input[data-preview-choice]:checked')];
  return new URLSearchParams(checked.map(choice => [choice.name, choice.value]));
}

function frameLike(old: HTMLIFrameElement | null, name: string): HTMLIFrameElement {
  const fresh = document.createElement('iframe');
  fresh.setAttribute('sandbox', '');
  fresh.className = old?.className ?? '';
  fresh.title = old?.title ?? '';
  fresh.name = name;
  fresh.dataset['loading'] = '';
  return fresh;
}

/** A form of its own, so that the page's form does not count as sent. */
function send(form: HTMLFormElement, address: string, target: string): void {
  const copy = document.createElement('form');
  Object.assign(copy, { method: 'post', action: address, target, hidden: true });
  for (const [name, value] of new FormData(form)) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    copy.append(field);
  }
  document.body.append(copy);
  copy.submit();
  copy.remove();
}
