const period = 4;

/** A telephone's ring, made by the browser itself, until it is told to be silent. */
export async function ringTone(silence: AbortSignal): Promise<void> {
  const audio = new AudioContext();
  const loudness = new GainNode(audio, { gain: 0 });
  loudness.connect(audio.destination);
  for (const frequency of [440, 480]) {
    const voice = new OscillatorNode(audio, { frequency });
    voice.connect(loudness);
    voice.start();
  }
  ringOnce(audio, loudness);
  const again = setInterval(() => ringOnce(audio, loudness), period * 1000);
  await new Promise<void>(resolve => (silence.aborted ? resolve() : silence.addEventListener('abort', () => resolve(), { once: true })));
  clearInterval(again);
  await audio.close();
}

/** Two bursts, without clicks at their ends. */
function ringOnce(audio: AudioContext, loudness: GainNode): void {
  for (const at of [0, 0.6]) {
    const start = audio.currentTime + at;
    loudness.gain.setTargetAtTime(0.08, start, 0.02);
    loudness.gain.setTargetAtTime(0, start + 0.4, 0.04);
  }
}
