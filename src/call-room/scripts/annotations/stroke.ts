import type { Easel } from './easel';
import { isFar } from './geometry';
import type { Hand } from './hand';
import { limits, rounded, type DrawnTool, type Mark, type Spot } from './mark';

/** A mark that is being drawn, whether by a finger, a mouse or the keyboard. */
export interface Stroke {
  move(spot: Spot): void;
  end(): void;
  cancel(): void;
}

type Lined = Exclude<DrawnTool, 'text'>;

/** Begins to draw at this spot. What is drawn in one frame of the screen goes out together. */
export function stroke(easel: Easel, hand: Hand, tool: Lined, start: Spot): Stroke {
  const { board, sight } = easel;
  const key = sight.key();
  const first = rounded(start);
  const begun: Mark = { ...newMark(easel, hand, tool), spots: [first] };
  let spots: readonly Spot[] = [first];
  let said = 1;
  let isAsked = false;
  let isOver = false;
  board.put(begun);

  /** Another picture has come in sight: what was begun belongs to the one before. */
  const isAlive = (): boolean => !isOver && sight.key() === key;

  function say(): void {
    isAsked = false;
    if (!isAlive() || (tool === 'pen' && said === spots.length)) return;
    if (tool === 'pen') board.grow(begun.id, said, spots.slice(said));
    else board.put({ ...begun, spots });
    said = spots.length;
  }

  return {
    move: place => {
      const spot = rounded(place);
      if (!isAlive() || (tool === 'pen' && (!isFar(spots.at(-1)!, spot) || spots.length >= limits.spots))) return;
      spots = tool === 'pen' ? [...spots, spot] : [first, spot];
      if (!isAsked) requestAnimationFrame(say);
      isAsked = true;
    },
    end: () => {
      say();
      if (!isAlive()) return;
      isOver = true;
      if (isNothing(tool, spots)) board.give(begun.id);
      else board.finish(begun.id);
    },
    cancel: () => {
      if (isAlive()) board.give(begun.id);
      isOver = true;
    },
  };
}

/** A mark of this person that has no place yet. */
export function newMark({ board, sight }: Easel, { colour }: Hand, tool: DrawnTool): Omit<Mark, 'spots'> {
  const { width, height } = sight.size();
  return { id: crypto.randomUUID(), side: board.side, tool, colour, shape: width / height, ...(tool === 'number' ? { number: board.sheet().nextNumber() } : {}) };
}

/** A click without a way is a dot, and a number on its spot; of all else it would be nothing to see. */
function isNothing(tool: Lined, spots: readonly Spot[]): boolean {
  return tool !== 'pen' && tool !== 'number' && !isFar(spots[0]!, spots.at(-1)!);
}
