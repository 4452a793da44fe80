import type { Room } from '../seams';

const savings = new WeakMap<Room, Promise<unknown>>();

/** Remembers what is still being sent of a recording. */
export function saved(room: Room, saving: Promise<unknown>): void {
  savings.set(room, saving.catch(() => undefined));
}

/** Resolves when nothing of a recording is left in this page: whoever leaves it before that loses its end. */
export async function recordingSaved(room: Room): Promise<void> {
  // The recording hears of the call's end in the same moment as whoever waits here.
  await new Promise(done => setTimeout(done));
  await savings.get(room);
}
