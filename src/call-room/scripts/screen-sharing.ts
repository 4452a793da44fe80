import { onPress, show, toggle } from './finding';
import type { WholeRoom } from './room';
import { word } from './words';

/** One's screen in place of the camera, by the browser's own picker; one at a time. Not offered where the browser cannot. */
export function screenSharing(room: WholeRoom): void {
  const { media, page, picture, side } = room;
  const own = `${side}-screen` as const;
  const theirs = side === 'host' ? 'guest-screen' : 'host-screen';
  if (!navigator.mediaDevices || !('getDisplayMedia' in navigator.mediaDevices)) return show(page, '[data-do="share-screen"]', false);
  show(page, '[data-do="share-screen"]', true);
  onPress(page, 'share-screen', () => void (media.screen ? stop() : start()));
  picture.onChange(({ kind }) => {
    // The other side was a moment faster, or this page came back after a reload and shares nothing.
    if (media.screen && kind !== own) stop();
    if (!media.screen && kind === own) picture.choose('guest-camera');
    refresh();
  });
  refresh();

  async function start(): Promise<void> {
    if (picture.now.kind === theirs) return room.say(word(page, 'other-shares'));
    const screen = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } }, audio: false }).catch((refusal: Error) => void explain(refusal));
    const track = screen?.getVideoTracks()[0];
    if (!screen || !track) return;
    // Meanwhile the other side may have begun.
    if (picture.now.kind === theirs) return track.stop(), room.say(word(page, 'other-shares'));
    track.addEventListener('ended', stop);
    media.showScreen(screen);
    if (side === 'host') picture.choose(own);
    refresh();
  }

  function stop(): void {
    if (!media.screen) return;
    media.showScreen(null);
    if (side === 'host' && picture.now.kind === own) picture.choose('guest-camera');
    refresh();
    room.say(word(page, 'screen-stopped'));
  }

  /** Closing the picker is no failure; it has the same name as a refusal by the system. */
  function explain(refusal: Error): void {
    if (refusal.name !== 'NotAllowedError' || /system/i.test(refusal.message)) room.say(word(page, 'screen-refused'));
  }

  function refresh(): void {
    toggle(page, 'share-screen', !!media.screen);
    show(page, '[data-sharing]', !!media.screen);
    page.dataset['shares'] = media.screen ? 'own' : picture.now.kind === theirs ? 'other' : '';
  }
}
