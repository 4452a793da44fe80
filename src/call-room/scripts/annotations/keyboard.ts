import { word } from '../words';
import type { Stage } from '../seams';
import type { Easel } from './easel';
import { outlined } from './drawing';
import type { Hand } from './hand';
import type { Spot } from './mark';
import { pointOf, type Frame } from './geometry';
import type { Brush } from './drawing';
import { stroke, type Stroke } from './stroke';

const directions: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const step = 0.02;
const fineStep = 0.005;

/** A cross on the picture that the arrow keys move; Enter or the space bar begins and ends what is drawn. Where it stands is told. */
export interface Keyboard { draw(brush: Brush, frame: Frame): void }

export function keyboard(page: HTMLElement, stage: Stage, easel: Easel, hand: Hand, write: (spot: Spot) => void): Keyboard {
  const { overlay } = stage;
  const place = page.querySelector<HTMLElement>('[data-mark-place]');
  let cross: Spot = { x: 0.5, y: 0.5 };
  let isShown = false;
  let drawing: Stroke | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;

  overlay.addEventListener('keydown', event => {
    if (!hand.tool || event.altKey || easel.sight.size().width === 0) return;
    const direction = directions[event.key];
    if (direction) move(direction, event.shiftKey ? fineStep : step);
    else if (event.key === 'Enter' || event.key === ' ') press();
    else if (event.key === 'Escape' && drawing) giveUp();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  overlay.addEventListener('blur', () => {
    giveUp();
    show(false);
  });
  overlay.addEventListener('pointerdown', () => show(false));
  hand.onChange(giveUp);

  function move([right, down]: readonly [number, number], by: number): void {
    if (isShown) cross = { x: within(cross.x + right * by), y: within(cross.y + down * by) };
    show(true);
    drawing?.move(cross);
    if (hand.tool === 'pointer') easel.pointers.point(easel.sight.key(), cross, hand.colour);
    tell();
  }

  function press(): void {
    if (!isShown) return show(true), tell();
    if (hand.tool === 'text') return write(cross);
    if (hand.tool === 'pointer') return easel.pointers.point(easel.sight.key(), cross, hand.colour);
    const begun = drawing;
    drawing = begun ? undefined : stroke(easel, hand, hand.tool as Parameters<typeof stroke>[2], cross);
    begun?.end();
    say(word(page, begun ? 'drawn' : 'drawing-begins'));
  }

  function giveUp(): void {
    drawing?.cancel();
    drawing = undefined;
  }

  /** Once it rests: a held key would never stop talking. */
  function tell(): void {
    clearTimeout(telling);
    telling = setTimeout(() => say(word(page, 'place-in-the-picture', Math.round(cross.x * 100), Math.round(cross.y * 100))), 300);
  }

  function say(text: string): void {
    if (place) place.textContent = text;
  }

  function show(wanted: boolean): void {
    if (isShown === wanted) return;
    isShown = wanted;
    easel.repaint();
  }

  return {
    draw: (brush, frame) => {
      if (!isShown || !hand.tool) return;
      const { x, y } = pointOf(frame, cross);
      outlined(brush, hand.colour, 2, () => {
        for (const [right, down] of Object.values(directions)) {
          brush.moveTo(x + right * 4, y + down * 4);
          brush.lineTo(x + right * 14, y + down * 14);
        }
      });
    },
  };
}

const within = (part: number): number => Math.min(1, Math.max(0, Math.round(part * 1e4) / 1e4));
