import { show } from './finding';
import { cameraSteps, nextPace, screenSteps, type Pace, type Sample, type Step } from './judging';
import type { WholeRoom } from './room';

interface Paused { type: 'paused'; is: boolean }

/** Sends as much picture as the line takes. Sound goes first; what is paused is said on both sides. */
export function pacing({ channel, media, page, repair, sender }: WholeRoom): (sample: Sample) => void {
  let pace: Pace = { step: 0, calm: 0 };
  let paced: MediaStreamTrack | null = null;
  channel.on<Paused>('paused', ({ is }) => show(page, '[data-paused="theirs"]', is));
  channel.onOpen(say);
  repair.onLine(line => line === 'connected' && void setPriorities());

  const steps = (): readonly Step[] => (media.screen ? screenSteps : cameraSteps);

  return sample => {
    const track = sender('video')?.track ?? null;
    if (track !== paced) pace = { step: 0, calm: 0 };
    const before = pace.step;
    pace = track ? nextPace(pace, sample, steps()) : pace;
    if (pace.step === before && track === paced) return;
    paced = track;
    void apply();
    say();
  };

  function say(): void {
    const is = steps()[pace.step]?.isPaused ?? false;
    show(page, '[data-paused="own"]', is);
    channel.send({ type: 'paused', is } as Paused);
  }

  async function apply(): Promise<void> {
    const step = steps()[pace.step]!;
    await change('video', ({ encodings: [encoding] }) => {
      if (encoding) Object.assign(encoding, { maxBitrate: step.bits, scaleResolutionDownBy: step.shrunk, maxFramerate: step.frames, active: !step.isPaused });
    });
  }

  async function setPriorities(): Promise<void> {
    await change('audio', ({ encodings: [encoding] }) => {
      if (encoding) Object.assign(encoding, { priority: 'high', networkPriority: 'high' });
    });
    await apply();
  }

  async function change(kind: 'audio' | 'video', alter: (parameters: RTCRtpSendParameters) => void): Promise<void> {
    const line = sender(kind);
    const parameters = line?.getParameters();
    if (!line || !parameters) return;
    alter(parameters);
    if (kind === 'video') Object.assign(parameters, { degradationPreference: media.screen ? 'maintain-resolution' : 'balanced' });
    // A browser that knows one of these not yet keeps to its own; the next look tries again.
    await line.setParameters(parameters).catch(() => undefined);
  }
}
