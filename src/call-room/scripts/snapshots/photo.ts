import type { Easel } from '../annotations/easel';
import type { Room } from '../seams';
import { asJpeg, burn, cutTo, frameInSight } from './burning';

/** The own camera's photo of what is in sight, with the marks on it; the video's frame where the camera takes no photo that shows the same. */
export async function photoInSight(easel: Easel, { media, stage }: Room): Promise<Blob> {
  const frame = frameInSight(easel, stage.video);
  const marksWereDrawn = easel.board.sheet().marks.size > 0;
  const marked = marksWereDrawn ? burn(easel, frameInSight(easel, stage.video)) : frame;
  const still = await media.still().catch(() => undefined);
  const photo = still && (await createImageBitmap(still).catch(() => undefined));
  if (!photo || photo.width * photo.height <= frame.width * frame.height) return asJpeg(marked);
  if (!marksWereDrawn) return still;
  const shown = cutTo(photo, frame);
  photo.close();
  return asJpeg(shown && shown.width > frame.width ? burn(easel, shown) : marked);
}
