import { easelOf } from '../annotations/easel';
import { answered, refusalOf } from '../refusals';
import type { Room, RoomState } from '../seams';
import { word } from '../words';
import { canRecord, prepare } from './recorder';
import { leftBehind } from './left-behind';
import { saved } from './saved';
import type { Sound } from './sound';
import { take, type Take } from './take';

type Phase = 'idle' | 'asking' | 'running' | 'saving';

/** The host's one button: record, take the question back, stop. Its words say what it does now. */
export function recordButton(room: Room): void {
  const { page, server } = room;
  const button = page.querySelector<HTMLButtonElement>('[data-record]');
  if (!button) return;
  const easel = easelOf(room);
  let phase: Phase = 'idle';
  let asking: { id: string; voices: Sound } | undefined;
  let running: Take | undefined;

  if (!canRecord()) button.hidden = true;
  void leftBehind(room).then(() => show('idle'));
  button.addEventListener('click', () => void press());
  room.onState(follow);
  addEventListener('beforeunload', event => {
    if (running) event.preventDefault();
  });
  // Until what the last page left is closed, another one cannot begin.
  show(room.state.recording ? 'saving' : 'idle');

  function press(): Promise<void> | void {
    if (button!.ariaDisabled === 'true') return;
    if (phase === 'idle') return ask();
    if (phase === 'asking') return withdraw();
    if (phase === 'running') return stop();
  }

  async function ask(): Promise<void> {
    const voices = prepare(room.media);
    show('asking');
    try {
      const answer = await answered(server.post('recordings'));
      asking = { id: ((await answer.json()) as { id: string }).id, voices };
      follow(await server.state());
    } catch (failed) {
      voices.end();
      show('idle');
      room.say(await refusalOf(page, failed, 'recording-failed'));
    }
  }

  /** A question that nobody has answered: nothing was recorded, and nothing will be. */
  async function withdraw(): Promise<void> {
    if (!asking) return;
    const { id, voices } = asking;
    asking = undefined;
    voices.end();
    show('idle');
    await server.post(`recordings/${id}/finish`, { chunks: 0 }).catch(() => undefined);
  }

  function follow({ recording, state }: RoomState): void {
    const isOver = state === 'done' || state === 'missed';
    if (asking && recording?.id === asking.id && recording.state === 'running' && !isOver) start(asking.id, asking.voices);
    else if (asking && (isOver || recording?.id !== asking.id)) refused();
    // It ended elsewhere: the call is over, or the server has closed it.
    else if (running && phase === 'running' && (isOver || recording?.id !== running.id || recording.state === 'joining')) void stop();
    show(phase);
  }

  function start(id: string, voices: Sound): void {
    asking = undefined;
    running = take(room, easel, id, voices, { changed: () => show(phase), broke: () => void stop() });
    show('running');
    room.say(word(page, 'recording-runs'));
  }

  function refused(): void {
    asking?.voices.end();
    asking = undefined;
    show('idle');
    room.say(word(page, 'recording-refused', room.state.other.name));
  }

  async function stop(): Promise<void> {
    const ending = running;
    if (!ending || phase === 'saving') return;
    show('saving');
    showCard();
    const done = ending.end();
    saved(room, done);
    try {
      await done;
      room.say(word(page, 'recording-saved'));
    } catch (failed) {
      room.say(await refusalOf(page, failed, 'recording-broken'));
    }
    running = undefined;
    show('idle');
    showCard();
  }

  /** The call is over and its buttons are gone: here is why the page stays. */
  function showCard(): void {
    const card = page.querySelector<HTMLElement>('[data-saving]');
    if (card) card.hidden = !running || room.state.state === 'in_call';
  }

  function show(now: Phase): void {
    phase = now;
    button!.dataset['phase'] = now;
    for (const words of button!.querySelectorAll<HTMLElement>('[data-when]')) words.hidden = words.dataset['when'] !== now;
    const isBusy = now === 'saving' || (now === 'idle' && room.state.state !== 'in_call');
    button!.setAttribute('aria-disabled', String(isBusy));
    const left = button!.querySelector('[data-pieces-left]');
    if (left) left.textContent = running && now === 'saving' ? String(running.left) : '';
  }
}
