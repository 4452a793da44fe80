import { onPress, show, toggle } from './finding';
import { cameras } from './devices';
import { lampOf } from './lamp';
import type { WholeRoom } from './room';
import { word } from './words';

/** Microphone, camera, which camera, its lamp; and the other side's voice. */
export function soundAndPicture(room: WholeRoom): void {
  const { media, page, picture } = room;
  onPress(page, 'microphone', () => void flip('microphone'));
  onPress(page, 'camera', () => void flip('camera'));
  onPress(page, 'switch-camera', button => void withBusy(button, turnAround));
  onPress(page, 'lamp', () => void lamp());
  media.onChange(refresh);
  navigator.mediaDevices?.addEventListener?.('devicechange', refresh);
  hearOther(room);
  refresh();

  async function flip(kind: 'camera' | 'microphone'): Promise<void> {
    const device = media[kind];
    const isOn = !(device.isOn && device.track);
    await media.turn(kind, isOn);
    if (isOn && device.problem) page.dispatchEvent(new CustomEvent('coach', { detail: kind }));
    else room.say(word(page, `${kind}-${isOn ? 'on' : 'off'}`));
  }

  /** Marks on what one camera showed have no place on what the other shows. */
  async function turnAround(): Promise<void> {
    await media.switchCamera();
    if (picture.now.kind === 'guest-camera') picture.choose('guest-camera', true);
  }

  async function lamp(): Promise<void> {
    const lamp = lampOf(media.camera.track);
    await lamp?.turn(!lamp.isOn);
    refresh();
  }

  function refresh(): void {
    for (const kind of ['camera', 'microphone'] as const) toggle(page, kind, media[kind].isOn && !!media[kind].track);
    const lamp = lampOf(media.camera.track);
    show(page, '[data-do="lamp"]', !!lamp);
    toggle(page, 'lamp', lamp?.isOn ?? false);
    void cameras().then(all => show(page, '[data-do="switch-camera"]', all.length > 1 && !!media.camera.track && media.camera.isOn));
  }
}

async function withBusy(button: HTMLButtonElement, work: () => Promise<void>): Promise<void> {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  await work().finally(() => (button.ariaBusy = 'false'));
}

/** A browser that plays nothing before somebody touched the page gets a button for it. */
function hearOther({ media, page, onClose }: WholeRoom): void {
  const sound = page.querySelector<HTMLAudioElement>('[data-remote-sound]');
  if (!sound) return;
  const play = (): void => void sound.play().then(() => show(page, '[data-do="hear"]', false), refused => show(page, '[data-do="hear"]', (refused as Error).name === 'NotAllowedError'));
  media.onChange(() => {
    const track = media.remote.getAudioTracks()[0];
    const playing = sound.srcObject instanceof MediaStream ? sound.srcObject.getAudioTracks()[0] : undefined;
    if (track && track !== playing) {
      sound.srcObject = new MediaStream([track]);
      play();
    }
  });
  onPress(page, 'hear', play);
  onClose(() => (sound.srcObject = null));
}
