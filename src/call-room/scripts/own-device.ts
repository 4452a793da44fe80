import type { Asked, Kind } from './devices';
import type { Problem } from './device-problems';

export interface Device {
  /** What was got from the person's device; undefined when nothing was asked for yet, or refused. */
  track?: MediaStreamTrack;
  problem?: Problem;
  /** Whether the person wants it on. */
  isOn: boolean;
}

/** Keeps what was asked for, or why it was refused. `lost` is called when the track ends by itself: pulled out, taken by another program, or taken back in the browser's bar. */
export function take(device: Device, kind: Kind, asked: Asked, lost: () => void): void {
  release(device);
  if ('problem' in asked) {
    device.problem = asked.problem;
    return;
  }

  const { track } = asked;
  delete device.problem;
  // Turned off while the browser still asked: no light goes on.
  if (kind === 'camera' && !device.isOn) return track.stop();
  device.track = track;
  if (kind === 'camera') track.contentHint = 'motion';
  track.addEventListener('ended', () => {
    if (device.track !== track) return;
    delete device.track;
    device.problem = 'missing';
    lost();
  });
}

export function release(device: Device): void {
  device.track?.stop();
  delete device.track;
}

export const isLive = ({ track }: Device): boolean => track?.readyState === 'live';
