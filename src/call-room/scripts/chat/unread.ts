import type { Entry, Room } from '../seams';
import { word } from '../words';
import type { ChatSheet } from './sheet';

/** Counts what the other side wrote while nobody looked, on whatever opens the chat; and says each once. */
export function unread(room: Room, sheet: ChatSheet): void {
  const { page, side } = room;
  const known = new Set(room.state.entries.map(entry => entry.id));
  let count = 0;
  room.onState(look);
  sheet.onChange(show);
  show();

  function look(): void {
    for (const entry of room.state.entries.filter(one => !known.has(one.id))) {
      known.add(entry.id);
      if (isTheirs(entry)) hear(entry);
    }
    show();
  }

  const isTheirs = (entry: Entry): boolean => entry.side !== side && entry.side !== 'system' && entry.kind !== 'snapshot';

  function hear(entry: Entry): void {
    if (sheet.isSeen()) return;
    count++;
    if (entry.text) room.say(word(page, 'chat-said', entry.author ?? room.state.other.name, short(entry.text)));
  }

  function show(): void {
    if (sheet.isSeen()) count = 0;
    for (const badge of page.querySelectorAll<HTMLElement>('[data-unread]')) {
      badge.hidden = count === 0;
      badge.textContent = count > 99 ? '99+' : String(count);
    }
  }
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
