import type { Entry, Room } from '../seams';
import { word } from '../words';
import { pieces } from './links';
import { copyOf, fill, sizeOf, timeOf } from './templates';

/** What people say and send; all else is told of them. */
const said = ['text', 'file', 'snapshot', 'recording'];
const icons = { photo: 'images', video: 'video', document: 'file-text' } as const;

/** One line of the chat. What people wrote is only ever text. */
export function entryItem({ side, server, page }: Room, entry: Entry): HTMLElement | undefined {
  if (!said.includes(entry.kind)) return systemItem(entry);
  const item = copyOf('chat-entry');
  item.classList.toggle('chat-own', entry.side === side);
  fill(item, 'author', entry.author ?? '');
  timeOf(item.querySelector('time'), entry.at);
  writeInto(item.querySelector('[data-part="text"]')!, entry.text || (entry.media ? '' : word(page, 'media-gone')));
  if (entry.media) item.querySelector('[data-part="body"]')!.append(mediaCard(server.url, entry));
  return item;
}

/** Somebody came or went: the server says it in the reader's language. */
function systemItem(entry: Entry): HTMLElement | undefined {
  if (!entry.text) return undefined;
  const item = copyOf('chat-system');
  fill(item, 'text', entry.text);
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
