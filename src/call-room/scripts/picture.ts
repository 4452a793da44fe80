import { listeners } from './listeners';
import type { Channel } from './seams';
import type { Side } from './sides';

export type PictureKind = 'guest-camera' | 'guest-screen' | 'host-screen' | 'none';

export interface Picture { kind: PictureKind; number: number }

interface Said extends Picture { type: 'picture'; by: Side }

export interface SharedPicture {
  readonly now: Picture;
  onChange(changed: (now: Picture) => void): void;
  /** From now on both sides look at this; `isAnother` tells one camera from another. */
  choose(kind: PictureKind, isAnother?: boolean): void;
}

/**
 * Which picture both sides look at. Each switch has the next number; the higher number counts on both sides. Should both switch at the same moment, the host's
 * switch counts: that is known to both without a further word.
 */
export function sharedPicture(side: Side, channel: Channel): SharedPicture {
  const changed = listeners<[Picture]>();
  let now: Picture = { kind: 'none', number: 0 };
  let by: Side = 'guest';

  channel.onOpen(say);
  channel.on<Said>('picture', said => {
    const counts = said.number > now.number || (said.number === now.number && said.by === 'host' && by === 'guest');
    if (counts) take({ kind: said.kind, number: said.number }, said.by);
    else if (said.number < now.number) say();
  });

  function say(): void {
    channel.send({ type: 'picture', by, ...now } as Said);
  }

  function take(picture: Picture, chosenBy: Side): void {
    now = picture;
    by = chosenBy;
    changed.tell(now);
  }

  function choose(kind: PictureKind, isAnother = false): void {
    if (kind === now.kind && !isAnother) return;
    take({ kind, number: now.number + 1 }, side);
    say();
  }

  return { get now() { return now; }, onChange: changed.add, choose };
}
