import { page as pageOfItems, type Item, type Kind } from './library/items';
import { tabs } from './library/tabs';
import { copyOf, fill, sizeOf } from './chat/templates';
import { answered, refusalOf } from './refusals';
import type { Room } from './seams';
import { word } from './words';

const restsFor = 250;

/** Sends something of the host's library: the same dialog for photos, videos and documents (CA-4). */
export function library(room: Room): void {
  const dialog = room.page.querySelector<HTMLDialogElement>('[data-library]');
  if (!dialog) return;
  const list = dialog.querySelector<HTMLElement>('[data-library-items]')!;
  const more = dialog.querySelector<HTMLButtonElement>('[data-library-more]')!;
  const search = dialog.querySelector<HTMLInputElement>('[data-library-search]')!;
  const notice = dialog.querySelector<HTMLElement>('[data-library-notice]')!;
  const kindNow = tabs(dialog, () => void look());
  let cursor: string | undefined;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  room.page.addEventListener('click', event => {
    if (!(event.target as Element).closest('[data-library-open]')) return;
    dialog.showModal();
    search.focus();
    void look();
  });
  dialog.addEventListener('click', event => {
    const target = event.target as Element;
    const item = target.closest<HTMLElement>('button[data-media]');
    if (item) void send(item);
    else if (target.closest('[data-library-close]')) dialog.close();
  });
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), restsFor);
  });
  more.addEventListener('click', () => void look(cursor));

  async function look(from?: string): Promise<void> {
    const mine = ++asked;
    list.setAttribute('aria-busy', 'true');
    const found = await pageOfItems(dialog!.dataset['items']!, kindNow(), search.value.trim(), from).catch(() => undefined);
    // An answer to an older question comes too late.
    if (mine !== asked) return;
    list.removeAttribute('aria-busy');
    const items = found?.items.map(itemOf) ?? [];
    if (from === undefined) list.replaceChildren(...items);
    else list.append(...items);
    if (from !== undefined) items[0]?.querySelector('button')?.focus();
    cursor = found?.nextCursor ?? undefined;
    more.hidden = cursor === undefined;
    notice.textContent = found ? (list.childElementCount === 0 ? emptyWords(kindNow()) : '') : word(room.page, 'library-failed');
    notice.hidden = notice.textContent === '';
  }

  const emptyWords = (kind: Kind): string => word(room.page, search.value.trim() ? 'library-nothing-found' : `library-no-${kind}s`);

  function itemOf(item: Item): HTMLElement {
    const shown = copyOf('library-item');
    const button = shown.querySelector('button')!;
    button.dataset['media'] = item.id;
    button.dataset['kind'] = item.kind;
    fill(shown, 'name', item.name);
    fill(shown, 'size', sizeOf(item.size));
    const picture = shown.querySelector('img')!;
    if (item.hasThumbnail) picture.src = `${dialog!.dataset['media']}/${item.id}/thumbnail`;
    else picture.remove();
    return shown;
  }

  async function send(item: HTMLElement): Promise<void> {
    if (item.ariaDisabled === 'true') return;
    item.setAttribute('aria-disabled', 'true');
    // Pressed again after a lost answer it is still the same one.
    const id = (item.dataset['entry'] ??= crypto.randomUUID());
    try {
      await answered(room.server.post('library', { id, mediaId: item.dataset['media'] }));
      delete item.dataset['entry'];
      dialog!.close();
      room.say(word(room.page, 'file-sent', item.querySelector('[data-part="name"]')?.textContent ?? ''));
    } catch (failed) {
      notice.textContent = await refusalOf(room.page, failed, 'file-failed');
      notice.hidden = false;
    } finally {
      item.removeAttribute('aria-disabled');
    }
  }
}
