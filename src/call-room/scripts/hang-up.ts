import { onPress } from './finding';
import type { WholeRoom } from './room';
import { word } from './words';

/** The host ends the call; the guest leaves it, and can come back while it runs. */
export function hangUp(room: WholeRoom, left: () => void): void {
  const { page, server } = room;
  let isLeaving = false;
  onPress(page, 'hang-up', button => void leave(button));

  async function leave(button: HTMLButtonElement): Promise<void> {
    if (isLeaving) return;
    isLeaving = true;
    button.ariaBusy = 'true';
    const answer = await server.post('hang-up').catch(() => undefined);
    isLeaving = false;
    button.ariaBusy = 'false';
    // Over already is as good.
    if (!answer || (!answer.ok && answer.status !== 409 && answer.status !== 410)) return room.say(word(page, 'not-sent'));
    if (room.side === 'guest') {
      room.close();
      left();
    } else await room.look();
  }
}
