import { listeners } from './listeners';
import type { Meeting } from './meeting';
import type { Meetings } from './meetings';
import type { Side } from './sides';
import type { Signals } from './signals';

/** How the direct line to the other side stands. */
export type Line = 'none' | 'connecting' | 'connected' | 'repairing';

export interface Repair {
  readonly line: Line;
  onLine(changed: (line: Line) => void): void;
}

/** Two seconds of silence may be a lift; the guest waits longer, so that usually only one side asks. */
const silence: Record<Side, number> = { host: 2_000, guest: 4_000 };
const between = 5_000;
const attemptsBeforeNew = 3;

export interface Circumstances {
  /** Whoever has left comes back with a page that begins anew: until then there is nothing to repair. */
  isOtherHere(): boolean;
  freshServers(): Promise<RTCIceServer[]>;
}

/** Restarts ICE when the line is lost or the network changed, again and again; when that does not help, by a new connection. */
export function repair(side: Side, meetings: Meetings, signals: Signals, { freshServers, isOtherHere }: Circumstances): Repair {
  const changed = listeners<[Line]>();
  let line: Line = 'none';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;

  meetings.onMeeting(meeting => {
    clearTimeout(waiting);
    waiting = undefined;
    show(line === 'none' || line === 'connecting' ? 'connecting' : 'repairing');
    meeting.connection.addEventListener('connectionstatechange', () => meetings.current === meeting && look(meeting));
    // A connection that never comes about says so late, or not at all when every message about it was lost.
    later(between * 2);
  });
  signals.onEntered(() => line !== 'connected' && later(500));
  addEventListener('online', () => restart());
  networkInformation()?.addEventListener('change', () => restart());

  function look({ connection }: Meeting): void {
    const state = connection.connectionState;
    if (state === 'connected') return recovered();
    if (state === 'failed') return restart();
    if (state === 'disconnected') {
      show('repairing');
      later(silence[side]);
    }
  }

  function recovered(): void {
    clearTimeout(waiting);
    waiting = undefined;
    attempts = 0;
    show('connected');
  }

  function later(milliseconds: number): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => isWhole() || restart(), milliseconds);
  }

  const isWhole = (): boolean => meetings.current?.connection.connectionState === 'connected';

  function restart(): void {
    const meeting = meetings.current;
    if (!meeting) return;
    if (!isWhole() && !isOtherHere()) return later(between);
    if (!isWhole()) show(line === 'connecting' ? 'connecting' : 'repairing');
    if (!isWhole() && ++attempts > attemptsBeforeNew) {
      attempts = 0;
      meetings.again();
    } else void restartWith(meeting);
    later(between);
  }

  /** The credentials for the relay are short-lived: the ones from the beginning may be over. */
  async function restartWith({ connection }: Meeting): Promise<void> {
    const iceServers = await freshServers().catch(() => undefined);
    if (connection.signalingState === 'closed') return;
    // Firefox learned it late; there the restart keeps the servers of the beginning.
    if (iceServers && 'setConfiguration' in connection) connection.setConfiguration({ ...connection.getConfiguration(), iceServers });
    connection.restartIce();
  }

  function show(now: Line): void {
    if (line === now) return;
    line = now;
    changed.tell(line);
  }

  return { get line() { return line; }, onLine: changed.add };
}

const networkInformation = (): EventTarget | undefined => (navigator as Navigator & { connection?: EventTarget }).connection;
