import { enhance } from './enhance';

/**
 * `<a href="/a-page" data-panel="#part">` shows that part of the page in the side panel (`dialog#panel` with `#panel-title` and `#panel-body`); without
 * this script it leads there.
 */
export function panels(): void {
  document.addEventListener('click', event => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-panel]');
    const panel = document.getElementById('panel');
    if (!link || !(panel instanceof HTMLDialogElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void open(panel, link);
  });
}

async function open(panel: HTMLDialogElement, link: HTMLAnchorElement): Promise<void> {
  const answer = await fetch(link.href, { headers: { Accept: 'text/html' } }).catch(() => undefined);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
  const part = page?.querySelector(link.dataset['panel'] ?? '');
  const [title, body] = [panel.querySelector('#panel-title'), panel.querySelector('#panel-body')];
  if (!part || !title || !body) return location.assign(link.href);
  title.textContent = link.getAttribute('aria-label') ?? link.textContent;
  body.replaceChildren(document.adoptNode(part));
  // What moves in the panel is found at the page that it came from.
  panel.dataset['source'] = link.href;
  enhance(panel);
  panel.showModal();
}
