import { listeners } from './listeners';

export interface Lines {
  readonly remote: MediaStream;
  onRemote(changed: () => void): void;
  /** What is sent from now on, on this connection and on every later one; null sends nothing. */
  send(kind: 'audio' | 'video', track: MediaStreamTrack | null): Promise<void>;
  /** Puts the tracks on the lines of a (new) connection. */
  attach(connection: RTCPeerConnection): void;
  sender(kind: 'audio' | 'video'): RTCRtpSender | undefined;
}

/** One line for sound and one for the picture, each way. */
export function lines(): Lines {
  const remote = new MediaStream();
  const changed = listeners();
  const tracks = { audio: null as MediaStreamTrack | null, video: null as MediaStreamTrack | null };
  let connection: RTCPeerConnection | undefined;

  const lineOf = (kind: string): RTCRtpTransceiver | undefined => (connection?.signalingState === 'closed' ? undefined : connection)?.getTransceivers().find(line => line.receiver.track.kind === kind);

  function attach(fresh: RTCPeerConnection): void {
    connection = fresh;
    for (const kind of ['audio', 'video'] as const) {
      const line = lineOf(kind);
      if (!line) continue;
      line.direction = 'sendrecv';
      void line.sender.replaceTrack(tracks[kind]);
    }

    receive(fresh);
  }

  /** The stream stays the same object; what shows or plays it need not know of reconnections. */
  function receive(fresh: RTCPeerConnection): void {
    for (const track of remote.getTracks()) remote.removeTrack(track);
    for (const { receiver } of fresh.getTransceivers()) {
      remote.addTrack(receiver.track);
      for (const event of ['mute', 'unmute', 'ended']) receiver.track.addEventListener(event, changed.tell);
    }

    changed.tell();
  }

  async function send(kind: 'audio' | 'video', track: MediaStreamTrack | null): Promise<void> {
    tracks[kind] = track;
    await lineOf(kind)?.sender.replaceTrack(track);
  }

  return { remote, onRemote: changed.add, send, attach, sender: kind => lineOf(kind)?.sender };
}
