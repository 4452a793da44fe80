// A photo often shows more than the video that it was taken beside. Marks belong to the video: they may only be burnt into the part of the photo that it showed.

/** Brightness of a small copy of a picture, row by row, 0…255. */
export interface Grey { readonly width: number; readonly height: number; readonly values: ArrayLike<number> }

export interface Part { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Below that the two do not show the same: the hand has moved too far, or the camera answered with something else. */
const alike = 0.8;
const scales = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.7];
const shifts = [-1, -0.5, 0, 0.5, 1];

/** Which part of the photo (0…1) the frame shows; undefined where none is like it. */
export function partShown(photo: Grey, frame: Grey): Part | undefined {
  const widest = widestPart(photo.width / photo.height, frame.width / frame.height);
  let best: { part: Part; likeness: number } | undefined;
  for (const scale of scales) {
    for (const right of shifts) {
      for (const down of shifts) {
        const part = shifted(widest, scale, right, down);
        const likeness = likenessOf(sampled(photo, part, frame), frame.values);
        if (likeness > (best?.likeness ?? alike)) best = { part, likeness };
      }
    }
  }
  return best?.part;
}

/** The largest part of the frame's shape in the middle of the photo. */
function widestPart(photoShape: number, frameShape: number): Part {
  const [width, height] = photoShape > frameShape ? [frameShape / photoShape, 1] : [1, photoShape / frameShape];
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}

/** Smaller, and aside by as much as there is room for; but not by more than a hand moves meanwhile. */
function shifted({ width, height }: Part, scale: number, right: number, down: number): Part {
  const [wide, high] = [width * scale, height * scale];
  const aside = (room: number, by: number): number => room / 2 + Math.sign(by) * Math.min(room / 2, 0.06) * Math.abs(by);
  return { x: aside(1 - wide, right), y: aside(1 - high, down), width: wide, height: high };
}

function sampled({ width, height, values }: Grey, part: Part, like: Grey): number[] {
  const found: number[] = [];
  for (let row = 0; row < like.height; row++) {
    const y = Math.min(height - 1, Math.floor((part.y + ((row + 0.5) / like.height) * part.height) * height));
    for (let column = 0; column < like.width; column++) {
      const x = Math.min(width - 1, Math.floor((part.x + ((column + 0.5) / like.width) * part.width) * width));
      found.push(values[y * width + x]!);
    }
  }
  return found;
}

/** 1: the same but for brightness and contrast; 0: nothing in common. */
export function likenessOf(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [a, b] = [mean(one), mean(other)];
  let [common, ofOne, ofOther] = [0, 0, 0];
  for (let index = 0; index < one.length; index++) {
    const [left, right] = [one[index]! - a, other[index]! - b];
    common += left * right;
    ofOne += left * left;
    ofOther += right * right;
  }
  // An even grey is like every other.
  if (ofOne === 0 || ofOther === 0) return ofOne === ofOther ? 1 : 0;
  return common / Math.sqrt(ofOne * ofOther);
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return sum / values.length;
}
