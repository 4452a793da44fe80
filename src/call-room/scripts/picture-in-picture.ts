import { onPress, show, toggle } from './finding';
import type { WholeRoom } from './room';

/** The picture in a small window above other programs, where the browser can. */
export function pictureInPicture({ page, stage }: WholeRoom): void {
  const { video } = stage;
  if (!document.pictureInPictureEnabled) return show(page, '[data-do="picture-in-picture"]', false);
  show(page, '[data-do="picture-in-picture"]', true);
  onPress(page, 'picture-in-picture', () => void change());
  for (const event of ['enterpictureinpicture', 'leavepictureinpicture']) video.addEventListener(event, () => toggle(page, 'picture-in-picture', isSmall()));
  toggle(page, 'picture-in-picture', false);

  const isSmall = (): boolean => document.pictureInPictureElement === video;

  async function change(): Promise<void> {
    // Without a picture there is none to show; the press then does nothing, as the browser says.
    await (isSmall() ? document.exitPictureInPicture() : video.requestPictureInPicture()).catch(() => undefined);
  }
}
