import { channel } from './channel';
import { lines } from './lines';
import { listeners } from './listeners';
import { meetings, type Meetings } from './meetings';
import { ownMedia, type OwnMedia } from './own-media';
import { sharedPicture, type SharedPicture } from './picture';
import { repair, type Repair } from './repair';
import { saying } from './saying';
import type { Room, RoomState, Server } from './seams';
import type { Side } from './sides';
import type { Signals } from './signals';
import { stage, type LiveStage } from './stage';

/** What the parts of the room itself know, besides what its tools know. */
export interface WholeRoom extends Room {
  side: Side;
  state: RoomState;
  stage: LiveStage;
  media: OwnMedia;
  signals: Signals;
  meetings: Meetings;
  repair: Repair;
  picture: SharedPicture;
  sender(kind: 'audio' | 'video'): RTCRtpSender | undefined;
  /** The server's clock, in milliseconds. */
  now(): number;
  /** Reads the state anew. */
  look(): Promise<void>;
  /** Ends what runs in this page: devices, connection, socket. What the page then shows is another's. */
  close(): void;
  onClose(closed: () => void): void;
}

export interface Opening {
  side: Side;
  page: HTMLElement;
  state: RoomState;
  server: Server;
  signals: Signals;
}

/** Puts the parts of a room together. Nothing is asked for and nobody is called by that. */
export function openRoom({ side, page, state, server, signals }: Opening): WholeRoom {
  const changed = listeners<[RoomState]>();
  const closed = listeners();
  const line = lines();
  const way = channel();
  const media = ownMedia(line);
  const meeting = meetings({
    side, signals,
    mayMeet: () => room.state.state === 'in_call',
    servers: () => room.state.ice.servers,
    lines: line.attach,
  });
  const picture = sharedPicture(side, way);
  let ahead = Date.parse(state.now) - Date.now();
  let isClosed = false;
  let running = Promise.resolve();
  let waiting: Promise<void> | undefined;

  const room: WholeRoom = {
    side, page, state, server, signals, media, picture,
    channel: way,
    meetings: meeting,
    repair: repair(side, meeting, signals, { isOtherHere: () => room.state.other.isHere, freshServers: async () => (await look(), room.state.ice.servers) }),
    stage: stage(page.querySelector<HTMLElement>('[data-stage]')!),
    sender: line.sender,
    now: () => Date.now() + ahead,
    onState: changed.add,
    say: saying(page),
    look,
    close,
    onClose: closed.add,
  };
  meeting.onMeeting(({ data }) => way.attach(data));
  signals.onChanged(() => void look());
  signals.onEntered(() => void look());
  changed.add(() => meeting.consider());
  return room;

  /** Whoever asks while the state is being read, gets it as it is afterwards; many at once are one. */
  function look(): Promise<void> {
    waiting ??= running.then(() => {
      waiting = undefined;
      return (running = read());
    });
    return waiting;
  }

  /** Without a network the state stays what it was; entering the room again reads it again. */
  async function read(): Promise<void> {
    const now = await server.state().catch(() => undefined);
    if (!now || isClosed) return;
    room.state = now;
    ahead = Date.parse(now.now) - Date.now();
    changed.tell(now);
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    meeting.end();
    media.end();
    signals.leave();
    closed.tell();
  }
}
