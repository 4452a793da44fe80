import type { WholeRoom } from './room';

/** Frequencies in hertz, one after the other. */
const came = [523, 784];
const left = [523, 392];
const ringing = [440, 440];
const ringsEvery = 4_000;

/** Quiet tones: it rings over there, somebody came, somebody left. */
export function tones(room: WholeRoom): void {
  let context: AudioContext | undefined;
  let wasHere = room.state.other.isHere;
  let state = room.state.state;
  // The guest hears that it rings; at the host's it rings on every open page by itself.
  const timer = setInterval(() => state === 'ringing' && room.side === 'guest' && play(ringing, 0.03), ringsEvery);
  room.onState(now => {
    if (now.state === 'in_call' && (state === 'ringing' || (now.other.isHere && !wasHere))) play(came, 0.06);
    if (now.state === 'in_call' && wasHere && !now.other.isHere) play(left, 0.06);
    state = now.state;
    wasHere = now.other.isHere;
  });
  room.onClose(() => {
    clearInterval(timer);
    void context?.close();
  });

  function play(frequencies: number[], loudness: number): void {
    context ??= new AudioContext();
    // Before the first touch a browser may stay silent; tones are not worth asking for one.
    if (context.state !== 'running') return void context.resume();
    for (const [n, frequency] of frequencies.entries()) tone(context, frequency, context.currentTime + n * 0.18, loudness);
  }
}

function tone(context: AudioContext, frequency: number, at: number, loudness: number): void {
  const source = new OscillatorNode(context, { frequency });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + 0.32);
}
