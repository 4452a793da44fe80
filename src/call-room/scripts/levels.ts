/** How loud a sound is, 0…1, ten times a second until it is told to stop. */
export function listen(track: MediaStreamTrack, heard: (level: number) => void): () => void {
  const context = new AudioContext();
  // Longer than the pause between two looks, so that nothing said is missed.
  const analyser = new AnalyserNode(context, { fftSize: 8192 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    heard(levelOf(samples));
  }, 100);
  // Before the first touch a browser may not run it.
  const wake = (): void => void context.resume();
  addEventListener('pointerdown', wake);
  return () => {
    clearInterval(timer);
    removeEventListener('pointerdown', wake);
    void context.close();
  };
}

/** On the scale of ears: 60 dB below the loudest is 0. */
export function levelOf(samples: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < samples.length; n++) sum += samples[n]! ** 2;
  const decibels = 10 * Math.log10(sum / samples.length || 1e-12);
  return Math.min(Math.max(1 + decibels / 60, 0), 1);
}
