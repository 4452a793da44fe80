import { show } from './finding';
import { listen } from './levels';
import type { WholeRoom } from './room';

/** Loud enough to be a voice, and not the room's noise. */
const voice = 0.45;

/**
 * While it rings: asks for camera and microphone and shows that they work. The picture is the big one behind; a bar follows the voice, and says so when it was heard.
 */
export function deviceCheck(room: WholeRoom): void {
  const { media, page } = room;
  const check = page.querySelector<HTMLElement>('[data-check]');
  if (!check) return;
  const bar = check.querySelector<HTMLMeterElement>('meter')!;
  let listened: MediaStreamTrack | undefined;
  let stop = (): void => {};
  let wasHeard = false;
  media.onChange(refresh);
  room.onState(refresh);
  room.onClose(() => stop());
  refresh();

  function refresh(): void {
    // Once the call runs nobody looks at the bar.
    const track = room.state.state === 'ringing' && media.microphone.isOn ? media.microphone.track : undefined;
    if (track !== listened) {
      stop();
      listened = track;
      stop = track ? listen(track, follow) : () => {};
    }

    say('camera', !media.camera.isOn ? 'off' : media.camera.track ? 'ok' : media.camera.problem ? 'problem' : 'asking');
    say('microphone', !media.microphone.isOn ? 'off' : !media.microphone.track ? (media.microphone.problem ? 'problem' : 'asking') : wasHeard ? 'ok' : 'listening');
    page.dataset['mirrored'] = String(room.state.state === 'ringing' && media.camera.track?.getSettings().facingMode !== 'environment');
  }

  function follow(level: number): void {
    bar.value = level;
    if (wasHeard || level < voice) return;
    wasHeard = true;
    refresh();
  }

  function say(kind: string, state: string): void {
    for (const line of check!.querySelectorAll<HTMLElement>(`[data-checked="${kind}"]`)) {
      if (line.dataset['state'] === state) continue;
      line.dataset['state'] = state;
      show(line, '[data-when]', false);
      show(line, `[data-when="${state}"]`, true);
    }
  }
}
