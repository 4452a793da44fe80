import type { Easel } from '../annotations/easel';
import { answered } from '../refusals';
import type { Room } from '../seams';
import { chunkQueue } from './chunk-queue';
import { record } from './recorder';
import type { Sound } from './sound';
import { timeline } from './timeline';

/** One recording from its first picture to the last piece that the server has. */
export interface Take {
  readonly id: string;
  /** Pieces that are not with the server yet. */
  readonly left: number;
  /** Ends it and resolves when the server has all of it; rejects with what the server refused. */
  end(): Promise<void>;
}

export interface Watching {
  changed(): void;
  /** It cannot go on: the browser's recorder broke, or the server refuses more. */
  broke(): void;
}

export function take(room: Room, easel: Easel, id: string, voices: Sound, { changed, broke }: Watching): Take {
  const { page, server, stage } = room;
  const queue = chunkQueue({ put: (index, chunk) => server.put(`recordings/${id}/chunks/${index}`, chunk), pause: untilLater, changed, refused: broke });
  const recorder = record(stage, voices, page.dataset['ticks'] ?? '/assets/ticks.js', queue.add, broke);
  const events = timeline(room, easel, id);
  let ending: Promise<void> | undefined;

  async function finish(): Promise<void> {
    await recorder.stop();
    await events.end();
    const chunks = await queue.end();
    await persistently(() => answered(server.post(`recordings/${id}/finish`, { chunks })));
  }

  return { id, get left() { return queue.left; }, end: () => (ending ??= finish()) };
}

/** A pause, that ends when the network is back. */
export function untilLater(milliseconds: number): Promise<void> {
  return new Promise(done => {
    setTimeout(done, milliseconds);
    addEventListener('online', () => done(), { once: true });
  });
}

const tries = 20;

/** The server finishes it by itself after a while, so this may be given up one day. */
async function persistently(act: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await act();
      return;
    } catch (failed) {
      if (attempt >= tries || (failed instanceof Response && failed.status < 500)) throw failed;
      await untilLater(Math.min(8_000, 500 * 2 ** attempt));
    }
  }
}
