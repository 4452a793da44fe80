import type { Candidate, Described } from './signals';

export type Saying = Omit<Described, 'meeting'> | Omit<Candidate, 'meeting'>;

export interface Negotiation {
  hear(signal: Saying): void;
  /** Says once more what has no answer yet. */
  repeat(): void;
}

export interface Manners {
  /** The guest gives way when both offer at once. */
  polite: boolean;
  /** Between the other side's offer and the answer: its lines have come, and want their tracks. */
  beforeAnswer(): void;
  /** What was heard does not fit: only a new connection helps. */
  broke(why: unknown): void;
}

/**
 * Perfect negotiation on one connection. The host makes the lines and the first offer; the guest offers only to restart ICE, and gives way. Messages may be lost:
 * an offer that is heard again gets the same answer again, an answer that nobody waits for is left aside, candidates that come too early are kept.
 */
export function negotiation(connection: RTCPeerConnection, say: (saying: Saying) => void, manners: Manners): Negotiation {
  let making = false;
  let settingAnswer = false;
  let offered = 0;
  let answered = 0;
  let early: (RTCIceCandidateInit | null)[] = [];
  let queue = Promise.resolve();

  connection.addEventListener('negotiationneeded', () => void offer().catch(manners.broke));
  connection.addEventListener('icecandidate', event => say({ type: 'candidate', candidate: event.candidate?.toJSON() ?? null }));

  const described = (number: number): Saying => ({ type: 'described', number, description: connection.localDescription!.toJSON() as RTCSessionDescriptionInit });

  async function offer(): Promise<void> {
    if (manners.polite && !connection.remoteDescription) return;
    try {
      making = true;
      await connection.setLocalDescription();
      if (connection.localDescription?.type === 'offer') say(described(++offered));
    } finally {
      making = false;
    }
  }

  async function hearDescription(number: number, description: RTCSessionDescriptionInit): Promise<void> {
    const isOffer = description.type === 'offer';
    if (isOffer && number <= answered) return connection.signalingState === 'stable' && number === answered ? say(described(number)) : undefined;
    if (!isOffer && (connection.signalingState !== 'have-local-offer' || number !== offered)) return;
    const isFree = !making && (connection.signalingState === 'stable' || settingAnswer);
    if (isOffer && !isFree && !manners.polite) return;
    settingAnswer = !isOffer;
    try {
      await connection.setRemoteDescription(description);
    } finally {
      settingAnswer = false;
    }

    await takeEarly();
    if (isOffer) await answer(number);
  }

  async function answer(number: number): Promise<void> {
    manners.beforeAnswer();
    await connection.setLocalDescription();
    answered = number;
    say(described(number));
  }

  async function hearCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    // It may belong to an offer that is still under way, or to one that was left aside; it then fits the next description, or none.
    const fits = connection.remoteDescription !== null && (await connection.addIceCandidate(candidate ?? undefined).then(() => true, () => false));
    if (!fits) early = [...early.slice(-49), candidate];
  }

  async function takeEarly(): Promise<void> {
    const kept = early;
    early = [];
    for (const candidate of kept) await connection.addIceCandidate(candidate ?? undefined).catch(() => undefined);
  }

  function hear(signal: Saying): void {
    queue = queue
      .then(() => (signal.type === 'described' ? hearDescription(signal.number, signal.description) : hearCandidate(signal.candidate)))
      .catch(why => (connection.signalingState === 'closed' ? undefined : manners.broke(why)));
  }

  function repeat(): void {
    if (connection.signalingState === 'have-local-offer') say(described(offered));
  }

  return { hear, repeat };
}
