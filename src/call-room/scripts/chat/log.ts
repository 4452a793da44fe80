import type { Entry, Room } from '../seams';
import { entryItem } from './entries';
import type { Outbox, Unsent } from './unsent';
import { copyOf, fill, timeOf } from './templates';

/** The call's history as it grows: what the server has, then what is on its way. */
export function log(room: Room, box: Outbox): void {
  const list = room.page.querySelector<HTMLElement>('[data-chat-log]')!;
  const scroller = list.parentElement!;
  const empty = room.page.querySelector<HTMLElement>('[data-chat-empty]');
  const items = new Map<string, HTMLElement | undefined>();
  const waiting = new Map<string, HTMLElement>();
  box.onChange(show);
  room.onState(show);
  show();

  function show(): void {
    const wasAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
    for (const entry of room.state.entries) if (!items.has(entry.id)) add(entry);
    showWaiting();
    if (empty) empty.hidden = list.childElementCount > 0;
    // Who reads further up is left there.
    if (wasAtEnd) scroller.scrollTop = scroller.scrollHeight;
  }

  /** In the order of time: one that comes late does not stand at the end. */
  function add(entry: Entry): void {
    const item = entryItem(room, entry);
    items.set(entry.id, item);
    if (!item) return;
    item.dataset['at'] = entry.at;
    const later = [...list.children].find(other => Date.parse((other as HTMLElement).dataset['at'] ?? '') > Date.parse(entry.at));
    list.insertBefore(item, later ?? list.querySelector('[data-unsent]'));
  }

  function showWaiting(): void {
    const unsent = new Map(box.messages.filter(message => !items.has(message.id)).map(message => [message.id, message]));
    for (const [id, item] of waiting) {
      if (unsent.has(id)) continue;
      item.remove();
      waiting.delete(id);
    }
    for (const message of unsent.values()) {
      const item = waiting.get(message.id) ?? unsentItem(message);
      item.dataset['unsent'] = message.state;
      fill(item, 'reason', message.reason ?? '');
    }
  }

  function unsentItem(message: Unsent): HTMLElement {
    const item = copyOf('chat-unsent');
    fill(item, 'text', message.text);
    timeOf(item.querySelector('time'), message.at);
    item.dataset['unsentId'] = message.id;
    waiting.set(message.id, item);
    list.append(item);
    return item;
  }
}
