import type { Media, Stage } from '../seams';
import { film } from './film';
import { sound, type Sound } from './sound';

export interface Recorder {
  /** Ends it; the last piece has been handed on when this resolves. */
  stop(): Promise<void>;
}

/** VP8 first: it asks least of a machine that has a call to carry, too. Safari makes MP4. */
const types = ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'];
const pieceLasts = 2_000;

/** Whether this browser can record at all. */
export const canRecord = (): boolean => typeof MediaRecorder === 'function' && typeof HTMLCanvasElement.prototype.captureStream === 'function' && type() !== undefined;

export function record(stage: Stage, voices: Sound, ticksAt: string, piece: (chunk: Blob) => void, broke: () => void): Recorder {
  const picture = film(stage, ticksAt);
  const recorder = new MediaRecorder(new MediaStream([picture.track, voices.track]), { mimeType: type()!, videoBitsPerSecond: 1_800_000, audioBitsPerSecond: 64_000 });
  const stopped = new Promise<void>(done => recorder.addEventListener('stop', () => done()));
  recorder.addEventListener('dataavailable', event => piece(event.data));
  recorder.addEventListener('error', broke);
  recorder.start(pieceLasts);
  return {
    stop: async () => {
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      picture.end();
      voices.end();
    },
  };
}

/** In the click that asks for a recording, long before it starts. */
export const prepare = (media: Media): Sound => sound(media);

const type = (): string | undefined => types.find(one => MediaRecorder.isTypeSupported(one));
