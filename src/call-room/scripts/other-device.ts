import { lessonFor } from './coaching';
import { deviceFrom } from './device-name';
import type { Problem } from './device-problems';
import { show, write } from './finding';
import { showLesson } from './lessons';
import type { WholeRoom } from './room';
import type { MediaReport } from './seams';

/** What the supporter knows of the guest's side: the device, and what is blocked on it, with the lesson that the guest sees, to read it out. */
export function otherDevice(room: WholeRoom): void {
  const { page } = room;
  const card = page.querySelector<HTMLElement>('[data-their-coach]');
  room.onState(refresh);
  refresh();

  function refresh(): void {
    const { device, media } = room.state.other;
    write(page, '[data-their-device]', device ?? '');
    for (const kind of ['camera', 'microphone'] as const)
      for (const state of ['off', 'refused', 'missing'] as const) show(page, `[data-theirs="${kind}-${state}"]`, room.state.state === 'in_call' && media?.[kind] === state);
    if (card) teach(card, media, device);
  }

  function teach(card: HTMLElement, media: MediaReport | undefined, device: string | undefined): void {
    const kinds = (['camera', 'microphone'] as const).filter(kind => media?.[kind] === 'refused');
    card.hidden = !kinds[0] || !media?.block || room.state.state !== 'in_call';
    if (!card.hidden) showLesson(page, card, lessonFor(media!.block as Problem, deviceFrom(device)), kinds.length > 1 ? 'both' : kinds[0]!);
  }
}
