import { askFor, askForBoth, cameras, type Asked, type Kind } from './devices';
import type { Lines } from './lines';
import { listeners } from './listeners';
import { isLive, release, take, type Device } from './own-device';
import type { Media } from './seams';
import { stillOf } from './still';

export interface OwnMedia extends Media {
  readonly camera: Device;
  readonly microphone: Device;
  readonly screen: MediaStreamTrack | undefined;
  /** Asks for what is not there yet. */
  ask(kinds: Kind[]): Promise<void>;
  turn(kind: Kind, isOn: boolean): Promise<void>;
  /** The next camera of the device; says how many there are. */
  switchCamera(): Promise<void>;
  /** Sends this screen in place of the camera; null goes back to it. */
  showScreen(screen: MediaStream | null): void;
  end(): void;
}

/** The own camera, microphone and screen: what is there, what is wanted, and what of it goes over the lines. */
export function ownMedia(lines: Lines): OwnMedia {
  const local = new MediaStream();
  const changed = listeners();
  const devices: Record<Kind, Device> = { camera: { isOn: true }, microphone: { isOn: true } };
  let screen: MediaStreamTrack | undefined;
  let isOver = false;
  lines.onRemote(changed.tell);

  async function ask(kinds: Kind[]): Promise<void> {
    const wanted = kinds.filter(kind => !isLive(devices[kind]));
    if (wanted.length === 2) {
      const got = await askForBoth();
      for (const kind of wanted) keep(kind, got[kind]);
    } else for (const kind of wanted) keep(kind, await askFor(kind));
    send();
  }

  /** Whoever left while the browser still asked wants no light to go on. */
  function keep(kind: Kind, asked: Asked): void {
    if (!isOver) take(devices[kind], kind, asked, send);
    else if ('track' in asked) asked.track.stop();
  }

  async function turn(kind: Kind, isOn: boolean): Promise<void> {
    const device = devices[kind];
    device.isOn = isOn;
    // A camera that is off shows no light; a microphone is back at once.
    if (kind === 'camera' && !isOn) release(device);
    send();
    if (isOn && !isLive(device)) await ask([kind]);
  }

  async function switchCamera(): Promise<void> {
    const all = await cameras();
    const now = devices.camera.track?.getSettings();
    const next = all[(all.findIndex(one => one.deviceId === now?.deviceId) + 1) % all.length];
    if (!next || all.length < 2) return;
    // Many phones open one camera at a time only.
    release(devices.camera);
    keep('camera', await askFor('camera', { deviceId: next.deviceId }));
    if (devices.camera.problem) keep('camera', await askFor('camera', now?.deviceId ? { deviceId: now.deviceId } : {}));
    send();
  }

  function showScreen(shared: MediaStream | null): void {
    screen?.stop();
    screen = shared?.getVideoTracks()[0];
    if (screen) screen.contentHint = 'detail';
    send();
  }

  function send(): void {
    const sound = devices.microphone.track;
    if (sound) sound.enabled = devices.microphone.isOn;
    const picture = screen ?? (devices.camera.isOn ? devices.camera.track : undefined);
    for (const track of local.getTracks()) if (track !== sound && track !== picture) local.removeTrack(track);
    for (const track of [sound, picture]) if (track) local.addTrack(track);
    void lines.send('audio', sound ?? null);
    void lines.send('video', picture ?? null);
    changed.tell();
  }

  function end(): void {
    isOver = true;
    screen?.stop();
    for (const device of Object.values(devices)) release(device);
    screen = undefined;
    send();
  }

  return {
    local,
    remote: lines.remote,
    camera: devices.camera,
    microphone: devices.microphone,
    get screen() { return screen; },
    onChange: changed.add,
    still: () => stillOf(screen ?? devices.camera.track),
    ask, turn, switchCamera, showScreen, end,
  };
}
