import type { Entry, Room } from '../seams';
import { pieces } from './links';
import { copyOf, fill, sizeOf, timeOf } from './templates';

const icons = { photo: 'images', video: 'video', document: 'file-text' } as const;

/** One line of the chat. What people wrote is only ever text. */
export function entryItem({ side, server, page }: Room, entry: Entry): HTMLElement | undefined {
  if (entry.side === 'system' || !(entry.text || entry.media)) return systemItem(page, entry);
  const item = copyOf('chat-entry');
  item.classList.toggle('chat-own', entry.side === side);
  fill(item, 'author', entry.author ?? '');
  timeOf(item.querySelector('time'), entry.at);
  writeInto(item.querySelector('[data-part="text"]')!, entry.text ?? '');
  if (entry.media) item.querySelector('[data-part="body"]')!.append(mediaCard(server.url, entry));
  return item;
}

/** Somebody came or went: said in the page's words for it. */
function systemItem(page: HTMLElement, entry: Entry): HTMLElement | undefined {
  const words = page.querySelector(`[data-words="entry-${CSS.escape(entry.kind)}"]`)?.textContent?.trim() ?? entry.text;
  if (!words) return undefined;
  const item = copyOf('chat-system');
  fill(item, 'text', words.replaceAll('{0}', entry.author ?? ''));
  timeOf(item.querySelector('time'), entry.at);
  return item;
}

export function writeInto(place: Element, text: string): void {
  place.toggleAttribute('hidden', !text);
  place.replaceChildren(...pieces(text).map(({ text: words, address }) => {
    if (!address) return document.createTextNode(words);
    return Object.assign(document.createElement('a'), { href: address, textContent: words, target: '_blank', rel: 'noopener noreferrer nofollow' });
  }));
}

function mediaCard(url: (path: string) => string, { id, kind, media }: Entry): HTMLElement {
  const card = copyOf('chat-media');
  const shown = media!;
  card.dataset['shows'] = id;
  fill(card, 'name', shown.name);
  fill(card, 'size', sizeOf(shown.size));
  card.querySelector('[data-part="icon"]')!.classList.add(`icon-${icons[shown.kind]}`);
  card.dataset['kind'] = kind;
  if (shown.hasThumbnail) {
    const picture = Object.assign(document.createElement('img'), { src: url(`media/${shown.id}/thumbnail`), alt: '', loading: 'lazy', className: 'chat-thumbnail' });
    card.prepend(picture);
    // Without its picture the card says the same.
    picture.addEventListener('error', () => picture.remove());
  }
  return card;
}
