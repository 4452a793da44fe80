/** What one look at the connection found. */
export interface Sample {
  /** Seconds there and back. */
  rtt: number | undefined;
  /** Parts of all packets, 0…1: of what came, and of what was sent. */
  lossIn: number;
  lossOut: number;
  /** Bits per second that the line would take; undefined where the browser does not say. */
  room: number | undefined;
  freezes: number;
  relay: boolean;
  width: number;
  height: number;
}

export type Verdict = 'good' | 'fair' | 'poor';

export function judge({ rtt = 0, lossIn, lossOut }: Sample): Verdict {
  const loss = Math.max(lossIn, lossOut);
  if (rtt < 0.3 && loss < 0.03) return 'good';
  return rtt < 0.7 && loss < 0.1 ? 'fair' : 'poor';
}

/** How much picture is sent. The sound is never touched: on a bad line the picture gives way until it stands still. */
export interface Step {
  bits: number;
  shrunk: number;
  frames: number;
  isPaused?: boolean;
}

const paused: Step = { bits: 50_000, shrunk: 4, frames: 1, isPaused: true };

export const cameraSteps: readonly Step[] = [
  { bits: 2_500_000, shrunk: 1, frames: 30 }, { bits: 1_200_000, shrunk: 1, frames: 30 }, { bits: 600_000, shrunk: 1.5, frames: 24 },
  { bits: 300_000, shrunk: 2, frames: 15 }, { bits: 150_000, shrunk: 3, frames: 10 }, paused,
];

/** A screen is read: it may be slow, but not blurred. */
export const screenSteps: readonly Step[] = [
  { bits: 2_500_000, shrunk: 1, frames: 15 }, { bits: 1_200_000, shrunk: 1, frames: 8 }, { bits: 500_000, shrunk: 1, frames: 4 }, { bits: 250_000, shrunk: 1.5, frames: 2 }, paused,
];

export interface Pace {
  step: number;
  calm: number;
  /** The shortest way there and back so far: a long line is not a full one, but one that becomes longer is. */
  best?: number;
}

const calmBeforeMore = 5;
/** Below this the voice needs all there is. Above it the browser itself fits the picture into the line. */
const leastForPicture = 90_000;

/** Down at once, up only after a while of calm: a picture that keeps changing is worse than a small one. Delay makes it small, only loss makes it stand still. */
export function nextPace({ step, calm, best = Infinity }: Pace, sample: Sample, steps: readonly Step[]): Pace {
  const shortest = Math.min(best, sample.rtt ?? best);
  const waits = sample.rtt === undefined ? 0 : sample.rtt - shortest;
  const isFull = sample.lossOut > 0.1 || (sample.room !== undefined && sample.room < leastForPicture);
  const lowest = isFull ? steps.length - 1 : steps.length - 2;
  if (isFull || waits > 0.7) return { step: Math.max(step, Math.min(step + 1, lowest)), calm: 0, best: shortest };
  const isCalm = step > 0 && sample.lossOut < 0.03 && waits < 0.4;
  if (!isCalm) return { step, calm: 0, best: shortest };
  return calm + 1 < calmBeforeMore ? { step, calm: calm + 1, best: shortest } : { step: step - 1, calm: 0, best: shortest };
}
