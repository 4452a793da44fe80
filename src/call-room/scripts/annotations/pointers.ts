import { listeners } from '../listeners';
import type { Channel } from '../seams';
import { drawName, outlined, type Brush, type Names } from './drawing';
import { lineWidth, pointOf, textHeight, type Frame } from './geometry';
import { isColour, readSpot, rounded, type Colour, type Side, type Spot } from './mark';

/** Where somebody points to at this moment. Nothing of it stays. */
export interface Pointers {
  /** This side points there; `undefined`: no longer. */
  point(sheet: string, spot: Spot | undefined, colour: Colour): void;
  draw(brush: Brush, frame: Frame): void;
  onChange(changed: () => void): void;
}

interface Pointing { readonly type: 'pointer'; readonly sheet: string; readonly spot: Spot | null; readonly colour: Colour }

/** At most so often; a hand is not seen to move more smoothly. */
const pause = 40;

export function pointers(side: Side, channel: Channel, names: Names, sheetInSight: () => string): Pointers {
  const changes = listeners();
  const other: Side = side === 'host' ? 'guest' : 'host';
  const shown: Partial<Record<Side, Pointing>> = {};
  let waiting: Pointing | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  channel.on<Record<string, unknown>>('pointer', ({ sheet, spot, colour }) => {
    const place = readSpot(spot);
    if (place && isColour(colour)) shown[other] = { type: 'pointer', sheet: String(sheet), spot: place, colour };
    else delete shown[other];
    changes.tell();
  });

  function say(): void {
    timer = undefined;
    if (!waiting) return;
    if (channel.isOpen) channel.send(waiting);
    waiting = undefined;
    timer = setTimeout(say, pause);
  }

  return {
    point: (sheet, spot, colour) => {
      if (!spot && !shown[side]) return;
      waiting = { type: 'pointer', sheet, spot: spot ? rounded(spot) : null, colour };
      if (spot) shown[side] = waiting;
      else delete shown[side];
      if (timer === undefined) say();
      changes.tell();
    },
    draw: (brush, frame) => {
      for (const one of [side, other]) {
        const pointing = shown[one];
        if (pointing?.spot && pointing.sheet === sheetInSight()) ring(brush, frame, pointing.spot, pointing.colour, one === side ? '' : names[one]);
      }
    },
    onChange: changes.add,
  };
}

function ring(brush: Brush, frame: Frame, spot: Spot, colour: Colour, name: string): void {
  const { x, y } = pointOf(frame, spot);
  const radius = lineWidth(frame) * 2.5;
  outlined(brush, colour, lineWidth(frame), () => brush.arc(x, y, radius, 0, 2 * Math.PI));
  drawName(brush, { x: x + radius, y: y - radius }, textHeight(frame), colour, name);
}
