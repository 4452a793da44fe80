import type { Room } from '../seams';
import { board, type Board } from './board';
import { names, namesForBoth } from './names';
import { paper, type Layer } from './paper';
import { pointers, type Pointers } from './pointers';
import { sight, type Sight } from './sight';
import type { Names } from './drawing';

/** What annotating, freezing, snapshots and recording share of one room. */
export interface Easel {
  readonly sight: Sight;
  readonly board: Board;
  readonly pointers: Pointers;
  readonly names: Names;
  /** For pictures that both will see. */
  readonly namesForBoth: Names;
  repaint(): void;
  cover(layer: Layer): void;
}

const easels = new WeakMap<Room, Easel>();

export function easelOf(room: Room): Easel {
  const known = easels.get(room);
  if (known) return known;
  const made = makeEasel(room);
  easels.set(room, made);
  return made;
}

function makeEasel(room: Room): Easel {
  const seen = sight(room.stage);
  const marks = board(room.side, room.channel, () => crypto.randomUUID());
  const whose = names(room);
  const pointed = pointers(room.side, room.channel, whose, seen.key);
  // Before the paper hears of the change: it paints the sheet in sight.
  seen.onChange(() => marks.show(seen.key()));
  marks.show(seen.key());
  const sheet = paper(room.stage, seen, marks, whose);
  sheet.cover(pointed);
  pointed.onChange(sheet.repaint);
  return { sight: seen, board: marks, pointers: pointed, names: whose, namesForBoth: namesForBoth(room), ...sheet };
}
