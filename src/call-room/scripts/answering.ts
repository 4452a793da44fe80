import { onPress } from './finding';
import type { WholeRoom } from './room';
import { word } from './words';

/** The host answers. Somebody who was faster on another device is no failure: the state says where it stands. */
export function answering(room: WholeRoom): void {
  onPress(room.page, 'answer', button => void answer(button));

  async function answer(button: HTMLButtonElement): Promise<void> {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    const answered = await room.server.post('answer').catch(() => undefined);
    button.ariaBusy = 'false';
    if (!answered) return room.say(word(room.page, 'not-sent'));
    await room.look();
  }
}
