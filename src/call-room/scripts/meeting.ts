import { negotiation, type Negotiation } from './negotiation';
import type { Saying } from './negotiation';
import type { Side } from './sides';

/** One peer connection between one page of the host and one page of the guest. A reload on either side makes a new one. */
export interface Meeting {
  readonly id: string;
  readonly connection: RTCPeerConnection;
  readonly data: RTCDataChannel;
  readonly talk: Negotiation;
}

export interface MeetingMaker {
  side: Side;
  servers: RTCIceServer[];
  say(saying: Saying): void;
  /** The lines are there and want their tracks. */
  lines(connection: RTCPeerConnection): void;
  broke(why: unknown): void;
}

/** The host makes the two lines, sound and picture, once and for all: what is sent on them changes, they do not. So nothing but ICE is ever negotiated anew. */
export function openMeeting(id: string, maker: MeetingMaker): Meeting {
  const connection = new RTCPeerConnection({ iceServers: maker.servers, bundlePolicy: 'max-bundle' });
  const talk = negotiation(connection, maker.say, { polite: maker.side === 'guest', beforeAnswer: () => maker.lines(connection), broke: maker.broke });
  const data = connection.createDataChannel('room', { negotiated: true, id: 0 });
  data.binaryType = 'arraybuffer';
  if (maker.side === 'host') {
    connection.addTransceiver('audio', { direction: 'sendrecv' });
    connection.addTransceiver('video', { direction: 'sendrecv' });
    maker.lines(connection);
  }

  return { id, connection, data, talk };
}

export const closeMeeting = (meeting: Meeting | undefined): void => {
  meeting?.data.close();
  meeting?.connection.close();
};
