import { fitted } from '../annotations/geometry';
import type { Stage } from '../seams';
import { ticking } from './ticking';

/** The picture of the stage as one track of one size, so that the file goes on when a screen is shared, a phone is turned or the line is repaired. */
export interface Film { readonly track: MediaStreamTrack; end(): void }

const framesASecond = 25;
const longSide = 1280;

export function film(stage: Stage, ticksAt: string): Film {
  const canvas = Object.assign(document.createElement('canvas'), filmSize(stage.size()));
  const brush = canvas.getContext('2d', { alpha: false })!;
  const stop = ticking(ticksAt, 1000 / framesASecond, draw);
  draw();

  function draw(): void {
    const { width, height } = stage.size();
    brush.fillStyle = '#000';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    if (!(width > 0 && height > 0)) return;
    const place = fitted(width, height, { x: 0, y: 0, width: canvas.width, height: canvas.height });
    brush.drawImage(stage.video, place.x, place.y, place.width, place.height);
  }

  const track = canvas.captureStream(framesASecond).getVideoTracks()[0]!;
  return {
    track,
    end: () => {
      stop();
      track.stop();
    },
  };
}

/** The shape of the picture when the recording starts, but not its size: a call begins with few pixels, and gets more. Even numbers, as video wants them. */
function filmSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  if (!(width > 0 && height > 0)) return { width: longSide, height: (longSide * 9) / 16 };
  const scale = longSide / Math.max(width, height);
  const even = (length: number): number => Math.max(2, 2 * Math.round((length * scale) / 2));
  return { width: even(width), height: even(height) };
}
