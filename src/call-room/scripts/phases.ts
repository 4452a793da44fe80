import { show, write } from './finding';
import type { WholeRoom } from './room';
import { word } from './words';

export type Phase = 'ringing' | 'in_call' | 'done' | 'missed' | 'taken-over';

export interface Phases {
  readonly now: Phase;
  go(phase: Phase): void;
}

/** Which part of the page is there: waiting, the call, its end. Parts have `data-of="ringing in_call"`. */
export function phases(room: WholeRoom, gone: (phase: Phase) => void): Phases {
  const { page, repair } = room;
  let now: Phase | undefined;
  room.onState(state => go(state.state));
  room.onState(refresh);
  repair.onLine(refresh);
  room.signals.onTakenOver(() => go('taken-over'));
  const waited = setInterval(waiting, 1_000);
  room.onClose(() => clearInterval(waited));
  go(room.state.state);
  refresh();
  return { get now() { return now!; }, go };

  function go(phase: Phase): void {
    // What took over does not give back; what is over stays over.
    if (phase === now || now === 'taken-over' || now === 'done') return;
    const isFirst = now === undefined;
    now = phase;
    page.dataset['phase'] = phase;
    for (const part of page.querySelectorAll<HTMLElement>('[data-of]')) part.hidden = !part.dataset['of']!.split(' ').includes(phase);
    if (!isFirst) page.querySelector<HTMLElement>(`[data-of~="${phase}"] [data-heading]`)?.focus();
    if (phase === 'done' || phase === 'taken-over') room.close();
    if (phase !== 'ringing' && phase !== 'in_call') gone(phase);
  }

  function refresh(): void {
    const { other, state } = room.state;
    write(page, '[data-other]', other.name);
    const isCall = state === 'in_call';
    show(page, '[data-line="repairing"]', isCall && repair.line === 'repairing' && other.isHere);
    show(page, '[data-line="connecting"]', isCall && (repair.line === 'connecting' || repair.line === 'none') && other.isHere);
    show(page, '[data-line="away"]', isCall && !other.isHere && repair.line !== 'connected');
    page.dataset['line'] = repair.line;
  }

  /** How long it has rung, or the call has lasted, by the server's clock. */
  function waiting(): void {
    const { rangAt, answeredAt } = room.state;
    const since = now === 'in_call' ? answeredAt : now === 'ringing' ? rangAt : undefined;
    if (!since) return;
    const seconds = Math.max(0, Math.floor((room.now() - Date.parse(since)) / 1000));
    write(page, '[data-lasting]', clock(seconds));
    if (now === 'ringing' && seconds >= 60) show(page, '[data-long]', true);
  }
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return (hours ? `${hours}:${two(minutes)}` : String(minutes)) + `:${two(seconds % 60)}`;
}

/** What happened is told once, where somebody reads it. */
export function comings(room: WholeRoom): void {
  let wasHere = room.state.other.isHere;
  room.onState(({ other, state }) => {
    if (state === 'in_call' && other.isHere !== wasHere) room.say(word(room.page, other.isHere ? 'came' : 'left', other.name));
    wasHere = other.isHere;
  });
}
