import type { Stage } from '../seams';
import type { Board } from './board';
import { drawMarks, type Brush, type Names } from './drawing';
import type { Frame } from './geometry';
import type { Sight } from './sight';

/** What lies over the marks and is gone in a moment: pointers, the keyboard's cross. */
export interface Layer { draw(brush: Brush, frame: Frame): void }

/** Keeps the overlay as large as the picture's place, and paints it when anything has changed. */
export function paper(stage: Stage, sight: Sight, board: Board, names: Names): { repaint(): void; cover(layer: Layer): void } {
  const brush = stage.overlay.getContext('2d')!;
  const layers: Layer[] = [];
  let isAsked = false;

  function repaint(): void {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(paint);
  }

  function paint(): void {
    isAsked = false;
    const scale = sizeTo(stage);
    brush.setTransform(scale, 0, 0, scale, 0, 0);
    brush.clearRect(0, 0, stage.root.clientWidth, stage.root.clientHeight);
    const { width, height } = sight.size();
    if (!(width > 0 && height > 0)) return;
    paintStill();
    drawMarks(brush, sight.frame(), width / height, board.sheet().marks.values(), names);
    for (const layer of layers) layer.draw(brush, sight.frame());
  }

  function paintStill(): void {
    const still = sight.still();
    if (!still) return;
    const frame = sight.frame();
    brush.fillStyle = '#000';
    brush.fillRect(0, 0, stage.root.clientWidth, stage.root.clientHeight);
    brush.drawImage(still.picture, frame.x, frame.y, frame.width, frame.height);
  }

  new ResizeObserver(repaint).observe(stage.root);
  sight.onChange(repaint);
  board.onChange(repaint);
  repaint();
  return { repaint, cover: layer => void layers.push(layer) };
}

/** As many pixels as the screen has there; setting a canvas's size clears it, so only when it changed. */
function sizeTo({ overlay, root }: Stage): number {
  const scale = Math.min(3, devicePixelRatio || 1);
  const [width, height] = [Math.round(root.clientWidth * scale), Math.round(root.clientHeight * scale)];
  if (overlay.width !== width) overlay.width = width;
  if (overlay.height !== height) overlay.height = height;
  return scale;
}
