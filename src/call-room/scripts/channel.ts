import { listeners } from './listeners';
import type { Channel } from './seams';

const piece = 16 * 1024;
const enough = 1024 * 1024;
/** The other side is not trusted with this side's memory. */
const largest = 20 * 1024 * 1024;

type Message = { type: string };
interface Parcel extends Message { type: 'bytes'; of: string; size: number }

export interface LastingChannel extends Channel {
  attach(data: RTCDataChannel): void;
}

/**
 * The data channel of whichever connection there is. What is sent while there is none is lost: whoever wants the other side to know something says it (again) when
 * the channel opens. Bytes travel behind a message that says what they are, in pieces, one parcel after the other.
 */
export function channel(): LastingChannel {
  const heard = new Map<string, ((message: never) => void)[]>();
  const opened = listeners();
  let data: RTCDataChannel | undefined;
  let parcel: { of: string; bytes: Uint8Array; filled: number } | undefined;
  let sending = Promise.resolve();

  function attach(fresh: RTCDataChannel): void {
    data = fresh;
    parcel = undefined;
    fresh.bufferedAmountLowThreshold = enough / 2;
    fresh.addEventListener('message', event => data === fresh && take(event.data as string | ArrayBuffer));
    fresh.addEventListener('open', () => data === fresh && opened.tell());
  }

  function take(content: string | ArrayBuffer): void {
    if (typeof content !== 'string') return fill(content);
    const message = JSON.parse(content) as Message;
    if (message.type === 'bytes') start(message as Parcel);
    else tell(message.type, message);
  }

  function start({ of, size }: Parcel): void {
    parcel = size <= largest ? { of, bytes: new Uint8Array(size), filled: 0 } : undefined;
    if (parcel && size === 0) finish();
  }

  function fill(content: ArrayBuffer): void {
    if (!parcel || parcel.filled + content.byteLength > parcel.bytes.length) return void (parcel = undefined);
    parcel.bytes.set(new Uint8Array(content), parcel.filled);
    parcel.filled += content.byteLength;
    if (parcel.filled === parcel.bytes.length) finish();
  }

  function finish(): void {
    const whole = parcel!;
    parcel = undefined;
    tell(whole.of, whole.bytes.buffer);
  }

  function tell(type: string, message: unknown): void {
    for (const listener of heard.get(type) ?? []) listener(message as never);
  }

  const isOpen = (): boolean => data?.readyState === 'open';

  function send(message: Message): void {
    if (isOpen()) data!.send(JSON.stringify(message));
  }

  async function sendPieces(line: RTCDataChannel, type: string, bytes: ArrayBuffer): Promise<void> {
    if (line.readyState !== 'open') return;
    line.send(JSON.stringify({ type: 'bytes', of: type, size: bytes.byteLength } satisfies Parcel));
    for (let from = 0; from < bytes.byteLength && line.readyState === 'open'; from += piece) {
      if (line.bufferedAmount > enough) await drained(line);
      if (line.readyState === 'open') line.send(bytes.slice(from, from + piece));
    }
  }

  return {
    attach,
    send,
    sendBytes: (type, bytes) => {
      const line = data;
      if (line) sending = sending.then(() => sendPieces(line, type, bytes));
    },
    on: (type, listener) => void heard.set(type, [...(heard.get(type) ?? []), listener]),
    onOpen: listener => {
      opened.add(listener);
      if (isOpen()) listener();
    },
    get isOpen() { return isOpen(); },
  };
}

const drained = (line: RTCDataChannel): Promise<void> =>
  new Promise(done => {
    line.addEventListener('bufferedamountlow', () => done(), { once: true });
    line.addEventListener('close', () => done(), { once: true });
  });
