import type { Stage } from '../seams';
import type { Easel } from './easel';
import { spotAt } from './geometry';
import type { Hand } from './hand';
import type { Spot } from './mark';
import { stroke, type Stroke } from './stroke';

/** Draws with mouse, finger or stylus. Places where nothing of the picture is, draw nothing. */
export function pen(stage: Stage, easel: Easel, hand: Hand, write: (spot: Spot) => void): void {
  const { overlay } = stage;
  let drawing: { pointer: number; stroke: Stroke } | undefined;

  overlay.addEventListener('pointerdown', event => {
    if (!hand.tool || event.button !== 0) return;
    // With a tool in hand the picture is drawn on, not moved.
    event.stopPropagation();
    const spot = spotOf(event, true);
    // A second finger: the picture is looked at nearer, and what the first one began was no line.
    if (drawing) drop();
    else if (spot) start(event, spot);
  });

  overlay.addEventListener('pointermove', event => {
    if (hand.tool === 'pointer') easel.pointers.point(easel.sight.key(), spotOf(event, true), hand.colour);
    if (drawing?.pointer !== event.pointerId) return;
    event.stopPropagation();
    // A fast hand moves more often than the screen: without what lies between, round lines get corners.
    for (const step of stepsOf(event)) {
      const spot = spotOf(step);
      if (spot) drawing.stroke.move(spot);
    }
  });
  overlay.addEventListener('pointerup', event => end(event, 'end'));
  overlay.addEventListener('pointercancel', event => end(event, 'cancel'));
  overlay.addEventListener('pointerleave', () => pointAway());
  hand.onChange(() => {
    drop();
    if (hand.tool !== 'pointer') pointAway();
  });

  function start(event: PointerEvent, spot: Spot): void {
    event.preventDefault();
    overlay.focus({ preventScroll: true });
    if (hand.tool === 'text') return write(spot);
    if (hand.tool === 'pointer') return easel.pointers.point(easel.sight.key(), spot, hand.colour);
    overlay.setPointerCapture(event.pointerId);
    drawing = { pointer: event.pointerId, stroke: stroke(easel, hand, hand.tool!, spot) };
  }

  function end(event: PointerEvent, how: 'end' | 'cancel'): void {
    // A finger that is lifted points nowhere; a mouse still does.
    if (event.pointerType !== 'mouse') pointAway();
    if (drawing?.pointer !== event.pointerId) return;
    event.stopPropagation();
    const over = drawing;
    drawing = undefined;
    over.stroke[how]();
  }

  function drop(): void {
    drawing?.stroke.cancel();
    drawing = undefined;
  }

  function pointAway(): void {
    easel.pointers.point(easel.sight.key(), undefined, hand.colour);
  }

  function spotOf(event: PointerEvent, strictly = false): Spot | undefined {
    if (easel.sight.size().width === 0) return undefined;
    const place = overlay.getBoundingClientRect();
    return spotAt(easel.sight.frame(), event.clientX - place.x, event.clientY - place.y, strictly);
  }
}

const stepsOf = (event: PointerEvent): PointerEvent[] => {
  const steps = event.getCoalescedEvents?.() ?? [];
  return steps.length > 0 ? steps : [event];
};
