import { asked } from './recording/consent';
import { recordedMark } from './recording/mark';
import { recordButton } from './recording/button';
import type { Room } from './seams';

/** Recording in the host's browser, asked of the guest; both see that it runs (CA-3). */
export function recording(room: Room): void {
  recordedMark(room);
  if (room.side === 'host') recordButton(room);
  else asked(room);
}
