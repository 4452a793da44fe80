import { listeners } from '../listeners';
import type { Channel } from '../seams';
import { hearing, type BoardEvent } from './hearing';
import type { Mark, Side, Spot } from './mark';
import { standing, type BoardMessage } from './messages';
import { sheet as newSheet, type Sheet } from './sheet';
import { undoing } from './undoing';

/** All marks of both sides, a sheet for each picture there was. It draws nothing. */
export interface Board {
  readonly side: Side;
  /** The marks on the picture in sight. */
  sheet(): Sheet;
  /** Another picture is in sight; it has a sheet of its own, which may begin as a copy of the last one. */
  show(key: string, copy?: boolean): void;
  /** A mark of this side, from its first spot on and whenever it changes. */
  put(mark: Mark): void;
  grow(id: string, from: number, spots: readonly Spot[]): void;
  finish(id: string): void;
  /** Gives a mark up that was begun. */
  give(id: string): void;
  undo(): void;
  canUndo(): boolean;
  clear(): void;
  /** How many marks this side has drawn, whatever became of them. */
  readonly drawn: number;
  onChange(changed: () => void): void;
  onEvent(happened: (event: BoardEvent) => void): void;
}

/** Pictures that were switched away from are soon of no use to anybody. */
const sheetsKept = 6;

export function board(side: Side, channel: Channel, newId: () => string): Board {
  const sheets = new Map<string, Sheet>();
  const own = undoing();
  const changes = listeners();
  const events = listeners<[BoardEvent]>();
  let key = '';
  let drawn = 0;

  hearing(channel, { side, all: () => sheets, named, changed: tell });

  function named(name: string): Sheet {
    const known = sheets.get(name);
    if (known) return known;
    const created = newSheet();
    sheets.set(name, created);
    const oldest = [...sheets.keys()].find(one => one !== key && one !== name);
    if (sheets.size > sheetsKept && oldest !== undefined) sheets.delete(oldest);
    return created;
  }

  function tell(happened: readonly BoardEvent[] = []): void {
    for (const event of happened) events.tell(event);
    changes.tell();
  }

  function say(...messages: BoardMessage[]): void {
    if (channel.isOpen) messages.forEach(message => channel.send(message));
  }

  function drop(ids: readonly string[]): Mark[] {
    const dropped = named(key).drop(ids);
    say({ type: 'marks-gone', sheet: key, ids });
    tell([{ kind: 'gone', ids }]);
    return dropped;
  }

  /** Under new names: what is gone stays gone for both sides, whatever order messages come in. */
  function bringBack(marks: readonly Mark[]): void {
    const copies = marks.map(mark => ({ ...mark, id: newId() }));
    copies.forEach((copy, index) => {
      named(key).put(copy);
      own.rename(marks[index]!.id, copy.id);
    });
    say(...standing(key, copies, []));
    tell(copies.map(mark => ({ kind: 'mark', mark })));
  }

  function copyTo(next: string, before: Sheet): void {
    for (const mark of before.marks.values()) named(next).put(mark);
    own.carry(key, next);
    say(...standing(next, before.marks.values(), []));
  }

  return {
    side,
    sheet: () => named(key),
    show: (next, copy = false) => {
      if (next === key) return;
      if (copy) copyTo(next, named(key));
      key = next;
      tell();
    },
    put: mark => {
      if (named(key).put(mark)) say({ type: 'mark', sheet: key, mark });
      tell();
    },
    grow: (id, from, spots) => {
      if (named(key).grow(id, from, spots)) say({ type: 'mark-more', sheet: key, id, from, spots });
      tell();
    },
    finish: id => {
      const mark = named(key).marks.get(id);
      if (!mark) return;
      drawn++;
      own.drew(key, id);
      say({ type: 'mark-done', sheet: key, id });
      tell([{ kind: 'mark', mark }]);
    },
    give: id => void drop([id]),
    undo: () => {
      let step = own.takeLast(key);
      // What somebody else has cleared meanwhile is no step any more.
      while (step?.kind === 'drew' && !named(key).marks.has(step.id)) step = own.takeLast(key);
      if (step?.kind === 'drew') drop([step.id]);
      if (step?.kind === 'cleared') bringBack(step.marks);
      if (!step) tell();
    },
    get drawn() { return drawn; },
    canUndo: () => own.has(key),
    clear: () => own.cleared(key, drop([...named(key).marks.keys()])),
    onChange: changes.add,
    onEvent: events.add,
  };
}
