import { listeners } from './listeners';
import { closeMeeting, openMeeting, type Meeting } from './meeting';
import type { Saying } from './negotiation';
import type { Side } from './sides';
import type { Candidate, Described, Hello, Signal, Signals } from './signals';

export interface Meetings {
  readonly current: Meeting | undefined;
  onMeeting(begun: (meeting: Meeting) => void): void;
  /** Begins as soon as it may: the call is answered, and the other side is known. */
  consider(): void;
  /** A new connection in place of one that cannot be repaired. Only the host makes one; the guest asks for it. */
  again(): void;
  end(): void;
}

export interface MeetingPlace {
  side: Side;
  signals: Signals;
  mayMeet(): boolean;
  servers(): RTCIceServer[];
  lines(connection: RTCPeerConnection): void;
}

const patience = 3_000;

/**
 * Who meets whom. Each page says hello whenever it enters the room, and answers a hello. The host begins a meeting with each page of the guest that is new to it;
 * the guest takes up the newest meeting that is offered to it and drops the one before.
 */
export function meetings(place: MeetingPlace): Meetings {
  const me = crypto.randomUUID();
  const begun = listeners<[Meeting]>();
  const { side, signals } = place;
  let other: string | undefined;
  let count = 0;
  let current: Meeting | undefined;
  let early: Candidate[] = [];
  let isOver = false;

  signals.onEntered(() => hello());
  signals.onSignal(hear);
  const repeating = setInterval(() => current?.talk.repeat(), patience);

  function hello(more: Partial<Hello> = {}): void {
    signals.send({ type: 'hello', from: me, ...(other ? { knows: other } : {}), ...more });
  }

  function hear(signal: Signal): void {
    if (isOver) return;
    if (signal.type === 'hello') return greet(signal);
    if (signal.meeting !== current?.id && signal.type === 'described' && isInvited(signal)) open(signal.meeting);
    if (signal.meeting === current?.id) current.talk.hear(signal);
    else if (signal.type === 'candidate') early = [...early.slice(-49), signal];
  }

  function greet(greeting: Hello): void {
    const isNew = greeting.from !== other;
    other = greeting.from;
    if (!greeting.answers) hello({ answers: true });
    if (side !== 'host' || !place.mayMeet()) return;
    if (isNew || !current || greeting.again) begin();
    else current.talk.repeat();
  }

  /** A meeting's name holds both pages and a number that grows: an older one never takes the place of a newer one. */
  function isInvited({ meeting, description }: Described): boolean {
    if (side !== 'guest' || description.type !== 'offer') return false;
    const [host, guest, number] = meeting.split('.');
    if (guest !== me) return false;
    const [currentHost, , currentNumber] = current?.id.split('.') ?? [];
    return host !== currentHost || Number(number) > Number(currentNumber);
  }

  function begin(): void {
    if (other) open(`${me}.${other}.${++count}`);
  }

  function open(id: string): void {
    closeMeeting(current);
    current = openMeeting(id, {
      side,
      servers: place.servers(),
      say: (saying: Saying) => signals.send({ ...saying, meeting: id }),
      lines: place.lines,
      broke: () => current?.id === id && again(),
    });
    begun.tell(current);
    const waiting = early.filter(candidate => candidate.meeting === id);
    early = [];
    for (const candidate of waiting) current.talk.hear(candidate);
  }

  function again(): void {
    if (side === 'guest') hello({ again: true });
    else if (place.mayMeet()) begin();
  }

  function consider(): void {
    if (side === 'host' && !current && place.mayMeet()) begin();
  }

  function end(): void {
    isOver = true;
    clearInterval(repeating);
    closeMeeting(current);
    current = undefined;
  }

  return { get current() { return current; }, onMeeting: begun.add, consider, again, end };
}
