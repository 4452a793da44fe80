import type { Room } from '../seams';

/** From start to stop, on both sides: that the call is recorded, and for how long. */
export function recordedMark(room: Room): void {
  const mark = room.page.querySelector<HTMLElement>('[data-recorded]');
  const clock = mark?.querySelector<HTMLElement>('[data-recorded-for]');
  if (!mark || !clock) return;
  let since: number | undefined;
  setInterval(tick, 500);
  room.onState(show);
  show();

  function show(): void {
    const { recording, now, state } = room.state;
    const runs = recording?.state === 'running' && state === 'in_call';
    // Counted by the server's clock, whatever this machine's says.
    if (runs) since = performance.now() - (Date.parse(now) - Date.parse(recording.startedAt ?? now));
    else since = undefined;
    mark!.hidden = !runs;
    tick();
  }

  function tick(): void {
    if (since === undefined) return;
    const seconds = Math.max(0, Math.floor((performance.now() - since) / 1000));
    clock!.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}
