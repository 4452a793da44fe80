/** Calls again and again, also while the page is in the background, where the page's own timers sleep: the beat comes from a worker. */
export function ticking(ticksAt: string, pause: number, tick: () => void): () => void {
  const worker = new Worker(ticksAt);
  worker.addEventListener('message', tick);
  worker.postMessage(pause);
  return () => worker.terminate();
}
