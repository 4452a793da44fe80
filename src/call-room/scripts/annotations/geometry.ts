import type { Spot } from './mark';

/** Where a picture stands, in whatever pixels somebody counts in. */
export interface Frame { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The place of the picture under a point of the screen; outside of it the nearest edge, or undefined for `strictly`. */
export function spotAt(frame: Frame, x: number, y: number, strictly = false): Spot | undefined {
  if (!(frame.width > 0 && frame.height > 0)) return undefined;
  const spot = { x: (x - frame.x) / frame.width, y: (y - frame.y) / frame.height };
  const isInside = spot.x >= 0 && spot.x <= 1 && spot.y >= 0 && spot.y <= 1;
  if (strictly && !isInside) return undefined;
  return { x: Math.min(1, Math.max(0, spot.x)), y: Math.min(1, Math.max(0, spot.y)) };
}

export const pointOf = (frame: Frame, spot: Spot): Spot => ({ x: frame.x + spot.x * frame.width, y: frame.y + spot.y * frame.height });

/**
 * A mark's place in a picture of the shape that it has now. A phone that is turned sends the same picture turned about its middle, upright again: what was right of the
 * middle by a number of pixels still is. A picture that only has more or fewer pixels keeps its parts.
 */
export function placed(spot: Spot, drawnAt: number, now: number): Spot {
  if (!isTurned(drawnAt, now)) return spot;
  return { x: 0.5 + (spot.x - 0.5) * drawnAt, y: 0.5 + (spot.y - 0.5) / drawnAt };
}

/** Upright where it was lying, or the other way round. */
export const isTurned = (drawnAt: number, now: number): boolean => drawnAt > 1 !== now > 1 && Math.abs(drawnAt * now - 1) < 0.02;

/** How thick a line is: part of the picture, so that it covers the same on both sides; never too thin to be seen. */
export const lineWidth = (frame: Frame): number => Math.max(2.5, Math.min(frame.width, frame.height) * 0.009);

export const textHeight = (frame: Frame): number => Math.max(13, Math.min(frame.width, frame.height) * 0.045);

/** The two ends of an arrow's head, for an arrow that points at `to`. */
export function arrowHead(from: Spot, to: Spot, width: number): [Spot, Spot] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const length = Math.min(width * 5, Math.max(width * 2.5, Math.hypot(to.x - from.x, to.y - from.y) * 0.4));
  const end = (turn: number): Spot => ({ x: to.x - length * Math.cos(angle + turn), y: to.y - length * Math.sin(angle + turn) });
  return [end(Math.PI / 6.5), end(-Math.PI / 6.5)];
}

/** The upright rectangle between two corners. */
export function box(one: Spot, other: Spot): Frame {
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}

/** Whether a pen has moved far enough to be worth another spot. */
export const isFar = (one: Spot, other: Spot): boolean => Math.hypot(one.x - other.x, one.y - other.y) >= 0.002;

/** A picture of this size as large as it fits into a place, in the middle of it. */
export function fitted(width: number, height: number, place: Frame): Frame {
  const scale = Math.min(place.width / width, place.height / height);
  return { x: place.x + (place.width - width * scale) / 2, y: place.y + (place.height - height * scale) / 2, width: width * scale, height: height * scale };
}
