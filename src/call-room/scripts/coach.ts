import { lessonFor } from './coaching';
import { deviceOf } from './device-name';
import { onPress } from './finding';
import type { Kind } from './devices';
import type { WholeRoom } from './room';
import { showLesson } from './lessons';

/**
 * Helps whoever's camera or microphone is refused: what is blocked and where it is allowed, in words and with a picture for this browser. As soon as the browser
 * says that it is allowed, it is asked for again by itself. The call goes on meanwhile, and without.
 */
export function coach(room: WholeRoom): void {
  const { media, page } = room;
  const card = page.querySelector<HTMLElement>('[data-coach]')!;
  const wanted: Kind[] = room.side === 'guest' ? ['camera', 'microphone'] : ['microphone'];
  let isDismissed = false;
  media.onChange(refresh);
  page.addEventListener('coach', () => {
    isDismissed = false;
    refresh();
  });
  onPress(page, 'ask-again', () => void again());
  onPress(page, 'without', () => {
    isDismissed = true;
    refresh();
  });
  for (const kind of wanted) void watch(kind);

  async function again(): Promise<void> {
    await media.ask(wanted.filter(kind => media[kind].problem));
    if (!wanted.some(kind => media[kind].problem)) room.stage.root.focus();
  }

  async function watch(kind: Kind): Promise<void> {
    // Firefox knows no such permission; there the button asks again.
    const permission = await navigator.permissions?.query({ name: kind as PermissionName }).catch(() => undefined);
    permission?.addEventListener('change', () => permission.state === 'granted' && media[kind].problem && void again());
  }

  function refresh(): void {
    const missing = wanted.filter(kind => media[kind].problem && media[kind].isOn);
    const kind = missing[0];
    card.hidden = !kind || isDismissed;
    if (!kind || card.hidden) return;
    const lesson = lessonFor(media[kind].problem!, deviceOf(navigator.userAgent, navigator.maxTouchPoints));
    showLesson(page, card, lesson, missing.length > 1 ? 'both' : kind);
  }
}
