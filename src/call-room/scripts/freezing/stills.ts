import type { Still } from '../annotations/sight';
import { pack, unpack } from '../parcel';
import type { Stage } from '../seams';

/** Sharp enough to draw on, and over in a second on a phone's line. */
const longestSide = 1600;
const quality = 0.82;

/** The picture as this side sees it now. */
export async function takeStill({ video, size, source }: Stage): Promise<Still | undefined> {
  const { width, height } = size();
  if (!(width > 0 && height > 0)) return undefined;
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext('2d')!.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { number } = source();
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', quality));
  return blob ? stillOf(crypto.randomUUID(), number, await blob.arrayBuffer()) : undefined;
}

export const stillParcel = ({ id, source, bytes }: Still): ArrayBuffer => pack({ id, source }, bytes);

export async function stillOfParcel(parcel: ArrayBuffer): Promise<Still | undefined> {
  const { label, content } = unpack(parcel) ?? {};
  if (typeof label?.['id'] !== 'string' || label['id'].length > 40 || typeof label['source'] !== 'number' || !content) return undefined;
  return stillOf(label['id'], label['source'], content);
}

/** Both sides show the same bytes, the side that froze it as well: what is drawn on one is drawn on the other. */
async function stillOf(id: string, source: number, bytes: ArrayBuffer): Promise<Still | undefined> {
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' })).catch(() => undefined);
  return picture && { id, source, width: picture.width, height: picture.height, picture, bytes };
}
