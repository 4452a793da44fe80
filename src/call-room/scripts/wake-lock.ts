import type { WholeRoom } from './room';

/** A phone that is held up as a camera must not go dark. The browser takes the lock back when the page is hidden, so it is asked for again. */
export function wakeLock({ onClose }: WholeRoom): void {
  if (!('wakeLock' in navigator)) return;
  let lock: WakeLockSentinel | undefined;
  let isOver = false;
  const hold = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || isOver || (lock && !lock.released)) return;
    // A battery that is nearly empty refuses; the call goes on all the same.
    lock = await navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', () => void hold());
  onClose(() => {
    isOver = true;
    void lock?.release();
  });
  void hold();
}
