import type { Room } from '../seams';
import type { Names } from './drawing';
import type { Side } from './mark';
import { word } from '../words';

const longest = 16;

/** The two people's first names, as they are now: a guest's may come later. */
export function names(room: Room): Names {
  const nameOf = (side: Side): string => first(side === room.side ? room.state.me.name : room.state.other.name);
  return {
    get host() { return nameOf('host'); },
    get guest() { return nameOf('guest'); },
  };
}

/** The same names in a picture that both will see: how the host calls the guest is the host's own note. */
export function namesForBoth(room: Room): Names {
  const guest = (): string => word(room.page, 'guest');
  const host = (): string => first(room.side === 'host' ? room.state.me.name : room.state.other.name);
  return { get host() { return host(); }, get guest() { return guest(); } };
}

/** What fits beside a line: the picture is small. */
function first(name: string): string {
  const short = name.trim().length <= longest ? name.trim() : (name.trim().split(/\s+/)[0] ?? '');
  return short.length > longest ? `${short.slice(0, longest - 1)}…` : short;
}
