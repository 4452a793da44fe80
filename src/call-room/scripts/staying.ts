import { blockOf } from './device-problems';
import { deviceOf, nameOf } from './device-name';
import type { Device } from './own-device';
import type { Figures } from './quality';
import type { WholeRoom } from './room';
import type { MediaReport } from './seams';

const every = 15_000;
const pause = 300;

/** Says every 15 seconds, and when something changes, that this side is here, with what, and how the line is. */
export function staying(room: WholeRoom, figures: () => Figures | undefined): void {
  const { media, page, repair, server, signals } = room;
  const device = nameOf(deviceOf(navigator.userAgent, navigator.maxTouchPoints));
  let soon: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  let isOver = false;
  const timer = setInterval(() => void say(), every);
  room.onClose(() => {
    isOver = true;
    clearInterval(timer);
    clearTimeout(soon);
  });
  signals.onEntered(sayLater);
  repair.onLine(sayLater);
  media.onChange(() => JSON.stringify(reportOf(room)) !== said && sayLater());
  sayLater();

  function sayLater(): void {
    clearTimeout(soon);
    if (!isOver) soon = setTimeout(() => void say(), pause);
  }

  async function say(): Promise<void> {
    if (room.state.state === 'done' || room.state.state === 'missed') return;
    const report = reportOf(room);
    said = JSON.stringify(report);
    const measured = figures();
    const marks = Number(page.dataset['marks'] ?? 0);
    const answer = await server.post('stay', { media: report, ...(device ? { device } : {}), ...(measured ? { quality: measured } : {}), ...(marks ? { marks } : {}) }).catch(() => undefined);
    // Over, or no longer one's own: the state says which.
    // Whether the other side has gone, nobody tells who has gone without a word.
    if (answer && (!answer.ok || repair.line !== 'connected')) await room.look();
  }
}

export function reportOf({ media, side }: Pick<WholeRoom, 'media' | 'side'>): MediaReport {
  const devices = side === 'guest' ? [media.camera, media.microphone] : [media.microphone];
  const block = devices.map(device => device.isOn && blockOf(device.problem)).find(Boolean);
  return { camera: side === 'guest' ? stateOf(media.camera) : 'off', microphone: stateOf(media.microphone), ...(block ? { block } : {}) };
}

function stateOf({ isOn, problem, track }: Device): MediaReport['camera'] {
  if (!isOn) return 'off';
  if (track) return 'on';
  return !problem ? 'off' : blockOf(problem) ? 'refused' : 'missing';
}
