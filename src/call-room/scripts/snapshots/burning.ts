import type { Easel } from '../annotations/easel';
import { drawMarks } from '../annotations/drawing';
import { partShown, type Grey, type Part } from './fitting';

const quality = 0.92;
const small = 40;
const readable = 1280;

export type Picture = HTMLCanvasElement | ImageBitmap;

/** The picture in sight with its marks, as it is at this moment. */
export function frameInSight({ sight }: Easel, video: HTMLVideoElement): HTMLCanvasElement {
  const { width, height } = sight.size();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')!.drawImage(sight.still()?.picture ?? video, 0, 0, width, height);
  return canvas;
}

/** The marks as they are now, drawn into a picture that shows what is in sight. */
export function burn({ board, namesForBoth, sight }: Easel, picture: HTMLCanvasElement): HTMLCanvasElement {
  const { width, height } = sight.size();
  const marks = board.sheet().marks;
  if (marks.size === 0) return picture;
  const marked = enlarged(picture);
  drawMarks(marked.getContext('2d')!, { x: 0, y: 0, width: marked.width, height: marked.height }, width / height, marks.values(), namesForBoth);
  return marked;
}

/** A weak line brings small pictures: the lines and names on them are to be read all the same. */
function enlarged(picture: HTMLCanvasElement): HTMLCanvasElement {
  const scale = readable / Math.max(picture.width, picture.height);
  if (scale <= 1) return picture;
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The part of a photo that shows what the frame shows, in the photo's pixels. */
export function cutTo(photo: ImageBitmap, frame: HTMLCanvasElement): HTMLCanvasElement | undefined {
  const part = partShown(grey(photo, small * 2), grey(frame, small));
  return part && cut(photo, part);
}

export function cut(photo: ImageBitmap, { x, y, width, height }: Part): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(width * photo.width), height: Math.round(height * photo.height) });
  canvas.getContext('2d')!.drawImage(photo, x * photo.width, y * photo.height, width * photo.width, height * photo.height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function grey(picture: Picture, longest: number): Grey {
  const scale = longest / Math.max(picture.width, picture.height);
  const [width, height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
  const brush = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true })!;
  brush.drawImage(picture, 0, 0, width, height);
  const { data } = brush.getImageData(0, 0, width, height);
  const values = Array.from({ length: width * height }, (_, index) => (data[4 * index]! * 3 + data[4 * index + 1]! * 6 + data[4 * index + 2]!) / 10);
  return { width, height, values };
}

export const asJpeg = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((done, failed) => canvas.toBlob(blob => (blob ? done(blob) : failed(new Error('The snapshot could not be made.'))), 'image/jpeg', quality));
