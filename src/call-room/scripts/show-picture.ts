import type { WholeRoom } from './room';

/** Puts on the stage what both sides look at: one's own picture as it is, the other's as it comes. */
export function showPicture(room: WholeRoom): void {
  const { media, picture, side, stage } = room;
  media.onChange(show);
  picture.onChange(show);
  if (side === 'guest') media.onChange(say);
  show();

  /** The guest says what there is to see, unless the host shows a screen. */
  function say(): void {
    if (picture.now.kind === 'host-screen') return;
    // While the camera is still being asked for (a page opened anew), the picture stays what it was, and marks with it.
    if (!media.screen && media.camera.isOn && !media.camera.track && !media.camera.problem) return;
    picture.choose(media.screen ? 'guest-screen' : media.camera.track && media.camera.isOn ? 'guest-camera' : 'none');
  }

  function show(): void {
    const { kind } = picture.now;
    const isOwn = kind.startsWith(side);
    stage.show(kind === 'none' ? null : isOwn ? own() : theirs(), picture.now);
  }

  /** Of each only the picture: sound is played elsewhere, and never one's own. */
  function own(): MediaStream {
    return pictureOf(media.local);
  }

  function theirs(): MediaStream {
    return pictureOf(media.remote);
  }

  function pictureOf(stream: MediaStream): MediaStream {
    const track = stream.getVideoTracks()[0];
    const shown = stage.video.srcObject;
    if (shown instanceof MediaStream && track && shown.getVideoTracks()[0] === track) return shown;
    return new MediaStream(track ? [track] : []);
  }
}
