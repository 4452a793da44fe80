import { problemOf, type Problem } from './device-problems';

export type Kind = 'camera' | 'microphone';

export type Asked = { track: MediaStreamTrack } | { problem: Problem };

export interface Wanted {
  /** "environment" is the rear camera: what the supporter shall see is in front of the guest. */
  facing?: 'environment' | 'user';
  deviceId?: string;
}

const sound: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

const picture = ({ facing = 'environment', deviceId }: Wanted): MediaTrackConstraints => ({
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
  ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: facing } }),
});

/** Both in one question where that works; where it does not, each by itself, so that a missing camera does not cost the sound. */
export async function askForBoth(): Promise<Record<Kind, Asked>> {
  try {
    const stream = await mediaDevices().getUserMedia({ audio: sound, video: picture({}) });
    return { camera: { track: stream.getVideoTracks()[0]! }, microphone: { track: stream.getAudioTracks()[0]! } };
  } catch {
    const microphone = await askFor('microphone');
    return { microphone, camera: await askFor('camera') };
  }
}

export async function askFor(kind: Kind, wanted: Wanted = {}): Promise<Asked> {
  try {
    const stream = await mediaDevices().getUserMedia(kind === 'camera' ? { video: picture(wanted) } : { audio: sound });
    return { track: stream.getTracks()[0]! };
  } catch (refusal) {
    return { problem: problemOf(refusal as Error, navigator.userAgent) };
  }
}

export async function cameras(): Promise<MediaDeviceInfo[]> {
  const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  return all.filter(device => device.kind === 'videoinput' && device.deviceId !== '');
}

function mediaDevices(): MediaDevices {
  if (!navigator.mediaDevices?.getUserMedia) throw Object.assign(new Error('This browser has no media devices.'), { name: 'NotSupportedError' });
  return navigator.mediaDevices;
}
