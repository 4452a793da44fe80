// What the two browsers tell each other before they can talk directly, and how it travels.

export type Signal = Hello | Described | Candidate;

/** "I am here." Said at every (re)entry and answered once. With `again` the guest asks for a new connection. */
export interface Hello { type: 'hello'; from: string; knows?: string; answers?: boolean; again?: boolean }

/** One offer or answer of a meeting. An answer carries its offer's number. */
export interface Described { type: 'described'; meeting: string; number: number; description: RTCSessionDescriptionInit }

export interface Candidate { type: 'candidate'; meeting: string; candidate: RTCIceCandidateInit | null }

/** A way to the other side that may lose messages, as when the other side is not there. */
export interface Signals {
  send(signal: Signal): void;
  onSignal(heard: (signal: Signal) => void): void;
  /** Calls back each time this side is in the room (again). */
  onEntered(entered: () => void): void;
  /** Calls back when the way is lost. */
  onLost(lost: () => void): void;
  /** Something of the call changed: its state is to be read anew. */
  onChanged(changed: () => void): void;
  /** Another page of this side has taken over. */
  onTakenOver(taken: () => void): void;
  leave(): void;
}
