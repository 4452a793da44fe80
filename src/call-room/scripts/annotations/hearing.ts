import type { Channel } from '../seams';
import { readIds, readMark, type Mark, type Side } from './mark';
import { readGrowth, readStanding, sheetOf, standing, type BoardMessage, type Heard } from './messages';
import type { Sheet } from './sheet';

/** What happened on the board, for whoever keeps it: finished marks, and marks taken away. */
export type BoardEvent = { readonly kind: 'mark'; readonly mark: Mark } | { readonly kind: 'gone'; readonly ids: readonly string[] };

/** The sheets of this side, and who wants to know of changes. */
export interface Sheets {
  readonly side: Side;
  all(): Iterable<readonly [string, Sheet]>;
  named(name: string): Sheet;
  changed(events: readonly BoardEvent[]): void;
}

/** Puts on the sheets what the other side draws; nobody draws in another's name. Whoever comes (back) is told all that stands. */
export function hearing(channel: Channel, { side, all, named, changed }: Sheets): void {
  hear('mark', (sheet, heard) => {
    const mark = readMark(heard.mark);
    if (mark && mark.side !== side) sheet.put(mark);
    return [];
  });
  hear('mark-more', (sheet, heard) => {
    const growth = readGrowth(heard);
    if (growth && sheet.marks.get(growth.id)?.side !== side) sheet.grow(growth.id, growth.from, growth.spots);
    return [];
  });
  hear('mark-done', (sheet, heard) => {
    const mark = sheet.marks.get(String(heard.id));
    return mark && mark.side !== side ? [{ kind: 'mark', mark }] : [];
  });
  hear('marks', (sheet, heard) => {
    const { marks, gone } = readStanding(heard);
    sheet.drop(gone);
    return marks.filter(mark => !sheet.marks.has(mark.id) && sheet.put(mark)).map(mark => ({ kind: 'mark', mark }));
  });
  hear('marks-gone', (sheet, heard) => {
    const ids = sheet.drop(readIds(heard.ids)).map(mark => mark.id);
    return ids.length > 0 ? [{ kind: 'gone', ids }] : [];
  });
  channel.onOpen(() => {
    for (const [name, { marks, gone }] of all()) {
      if (marks.size + gone.size > 0) standing(name, marks.values(), gone).forEach(message => channel.send(message));
    }
  });

  function hear(type: BoardMessage['type'], take: (sheet: Sheet, heard: Heard) => BoardEvent[]): void {
    channel.on<Heard>(type, heard => {
      const name = sheetOf(heard);
      if (name !== undefined) changed(take(named(name), heard));
    });
  }
}
