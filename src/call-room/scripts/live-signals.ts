import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { listeners } from './listeners';
import type { Signal, Signals } from './signals';

export interface LiveSignals extends Signals {
  start(): Promise<void>;
  /** The session or the guest's pass is over; nothing more will be heard. */
  onEnded(ended: () => void): void;
}

/** At once, then about every second: whoever is in a call waits. */
const pauses = [0, 300, 700, 1_000];
const silence = 11_000;

/** The room on the live channel of the pages: whispers to the other side, and what changes in the call. Any node will do. */
export function liveSignals(base: string, room: string): LiveSignals {
  const heard = listeners<[Signal]>();
  const [entered, lost, changed, takenOver, ended] = [listeners(), listeners(), listeners(), listeners(), listeners()];
  const topic = `call/${room.replaceAll('-', '').toLowerCase()}`;
  let me: string | null = null;
  let isOver = false;

  const connection = new HubConnectionBuilder()
    .withUrl(`${base}/live`, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => (isOver ? null : (pauses[previousRetryCount] ?? 2_000)) })
    .withServerTimeout(silence)
    .configureLogging(LogLevel.None)
    .build();

  connection.on('whisper', (where: string, text: string) => isHere(where) && heard.tell(JSON.parse(text) as Signal));
  connection.on('entered', (where: string, who: string) => isHere(where) && me !== null && who !== me && takenOver.tell());
  connection.on('changed', (what: string, how: string) => {
    if (what === topic) changed.tell();
    else if (what.startsWith('session/') && how === 'ended') ended.tell();
  });
  connection.on('missed', changed.tell);
  connection.onreconnecting(() => (lost.tell(), void endIfOver()));
  connection.onreconnected(() => void enterAgain());

  const isHere = (where: string): boolean => where.toLowerCase() === room.toLowerCase();

  async function start(): Promise<void> {
    try {
      await connection.start();
      await enter();
    } catch {
      await endIfOver();
      if (!isOver) setTimeout(() => void start(), 1_500);
    }
  }

  /** What stands in the way of the node that took the connection may be over in a moment. */
  async function enterAgain(): Promise<void> {
    await enter().catch(() => setTimeout(() => connection.state === 'Connected' && me === null && void enterAgain(), 1_500));
  }

  async function enter(): Promise<void> {
    if (isOver) return;
    // What the others of this side hear of the entry must not end this one, too.
    me = null;
    me = await connection.invoke<string | null>('Enter', room);
    if (me === null) changed.tell();
    else entered.tell();
  }

  /** A lost connection says nothing about why: the session may be over, or the line. */
  async function endIfOver(): Promise<void> {
    const answer = await fetch(`${base}/live/session`, { cache: 'no-store' }).catch(() => undefined);
    if (answer?.status === 401 && !isOver) ended.tell();
  }

  function send(signal: Signal): void {
    if (me !== null && connection.state === 'Connected') void connection.invoke('Whisper', room, JSON.stringify(signal)).catch(() => undefined);
  }

  function leave(): void {
    isOver = true;
    me = null;
    void connection.stop();
  }

  return {
    start, send, leave,
    onSignal: heard.add, onEntered: entered.add, onLost: lost.add, onChanged: changed.add, onTakenOver: takenOver.add, onEnded: ended.add,
  };
}
