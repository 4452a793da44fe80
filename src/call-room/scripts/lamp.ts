export interface Lamp {
  isOn: boolean;
  turn(isOn: boolean): Promise<void>;
}

// The types of the browser's own declarations lack it; phones with Chromium have it.
type WithTorch<T> = T & { torch?: boolean };

/** The lamp beside a phone's camera; undefined where there is none. */
export function lampOf(camera: MediaStreamTrack | undefined): Lamp | undefined {
  const can = camera?.getCapabilities?.() as WithTorch<MediaTrackCapabilities> | undefined;
  if (!camera || camera.readyState !== 'live' || !can?.torch) return undefined;
  return {
    isOn: (camera.getSettings() as WithTorch<MediaTrackSettings>).torch ?? false,
    turn: isOn => camera.applyConstraints({ advanced: [{ torch: isOn } as WithTorch<MediaTrackConstraintSet>] }),
  };
}
