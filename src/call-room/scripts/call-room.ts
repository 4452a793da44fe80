// A call's page, on both sides: `<main data-room="call" data-side="host" data-token="…">`; the guest's has no call yet, it rings first.
import { coach } from './coach';
import { deviceCheck } from './device-check';
import { earlyPresses } from './early-presses';
import { hangUp } from './hang-up';
import { httpServer } from './http-server';
import { liveSignals } from './live-signals';
import { answering } from './answering';
import { otherDevice } from './other-device';
import { panels } from './panels';
import { comings, phases, type Phase } from './phases';
import { pictureInPicture } from './picture-in-picture';
import { quality } from './quality';
import { recordingSaved } from './recording/saved';
import { ring } from './ringing';
import { openRoom, type WholeRoom } from './room';
import { screenSharing } from './screen-sharing';
import { showPicture } from './show-picture';
import type { Side } from './sides';
import { socketState } from './socket-state';
import { soundAndPicture } from './sound-and-picture';
import { staying } from './staying';
import { tones } from './tones';
import { tools } from './tools';
import { wakeLock } from './wake-lock';
import { zooming } from './zooming';

const base = document.documentElement.dataset['base'] ?? '';
const page = document.querySelector<HTMLElement>('[data-room]');
if (page) void start(page, page.dataset['side'] as Side, page.dataset['token'] ?? '');

async function start(page: HTMLElement, side: Side, token: string): Promise<void> {
  const doEarlyPresses = earlyPresses(page);
  const over = side === 'guest' ? `${base}/over` : '/calls';
  const call = page.dataset['room'] || (await ring(page, base, token));
  if (!call) return location.assign(over);
  const server = httpServer(`${base}/calls/${call}/room`, token);
  const state = await server.state().catch(() => undefined);
  if (!state) return location.assign(over);

  const signals = liveSignals(base, call);
  const room = openRoom({ side, page, state, server, signals });
  signals.onEnded(() => void leave(room, side === 'guest' ? over : '/sign-in?ended=true'));
  putOn(room, call);
  for (const tool of tools) tool(room);
  doEarlyPresses();
  void signals.start();
  await room.media.ask(side === 'guest' ? ['camera', 'microphone'] : ['microphone']);
}

function putOn(room: WholeRoom, call: string): void {
  for (const part of [showPicture, soundAndPicture, deviceCheck, coach, otherDevice, answering, screenSharing, pictureInPicture, zooming, panels, comings, socketState, tones, wakeLock]) part(room);
  staying(room, quality(room));
  const ended = room.side === 'guest' ? `${base}/goodbye` : `/calls/${call}`;
  hangUp(room, () => location.assign(`${base}/goodbye`));
  phases(room, phase => gone(room, phase, ended));
}

/** The guest goes on to the question that ends it all, the host to what is kept of the call. A page that was taken over, or rang for nothing, says so itself. */
function gone(room: WholeRoom, phase: Phase, ended: string): void {
  if (phase === 'done') void leave(room, ended);
}

async function leave(room: WholeRoom, address: string): Promise<void> {
  room.close();
  await recordingSaved(room);
  location.assign(address);
}
