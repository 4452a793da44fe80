import { easelOf } from './annotations/easel';
import { uploadPath } from './files/sending';
import { asJpeg, burn, frameInSight } from './snapshots/burning';
import { askingForPhotos, takingPhotos } from './snapshots/asking';
import { photoInSight } from './snapshots/photo';
import { refusalOf } from './refusals';
import type { Room } from './seams';
import { word } from './words';

/** What both look at, with its marks, kept by one click of the host's (CA-6): taken by the guest's camera itself where it is that camera's picture. */
export function snapshots(room: Room): void {
  const { page, server, side, stage } = room;
  const easel = easelOf(room);

  if (side === 'guest') {
    takingPhotos(room, async id => {
      room.say(word(page, 'snapshot-taken-by', room.state.other.name));
      await upload(id, await photoInSight(easel, room));
    });
    return;
  }

  const takenByGuest = askingForPhotos(room);
  page.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>('[data-snapshot]');
    if (button && button.ariaDisabled !== 'true' && easel.sight.size().width > 0) void take();
  });
  easel.sight.onChange(show);
  show();

  async function take(): Promise<void> {
    const id = crypto.randomUUID();
    // Taken at once: whatever becomes of the photo, this moment is kept.
    const seen = burn(easel, frameInSight(easel, stage.video));
    flash();
    const isGuestsCamera = stage.source().kind === 'guest-camera' && !easel.sight.still();
    try {
      if (isGuestsCamera && (await takenByGuest(id))) return;
      await upload(id, await asJpeg(seen));
    } catch (failed) {
      room.say(await refusalOf(page, failed, 'snapshot-failed'));
    }
  }

  async function upload(id: string, picture: Blob): Promise<void> {
    const answer = await server.upload(uploadPath(`${word(page, 'snapshot-name')} ${moment()}.jpg`, id, 'snapshot'), picture);
    if (!answer.ok) throw answer;
  }

  /** The button's press is seen where the eye is: on the picture. */
  function flash(): void {
    stage.root.removeAttribute('data-flash');
    void stage.root.offsetWidth;
    stage.root.setAttribute('data-flash', '');
    room.say(word(page, 'snapshot-taken'));
  }

  function show(): void {
    for (const button of page.querySelectorAll('[data-snapshot]')) button.setAttribute('aria-disabled', String(easel.sight.size().width === 0));
  }
}

/** In a file's name: local time, in an order that sorts. */
function moment(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
}
