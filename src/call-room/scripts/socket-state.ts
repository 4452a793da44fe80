import { show } from './finding';
import type { WholeRoom } from './room';

const patience = 2_000;

/** The line to the server may be lost while people go on talking: only what needs the server waits, and the page says so when it lasts. */
export function socketState({ page, signals, onClose }: WholeRoom): void {
  let lost: ReturnType<typeof setTimeout> | undefined;
  signals.onLost(() => {
    clearTimeout(lost);
    lost = setTimeout(() => show(page, '[data-no-network]', true), patience);
  });
  signals.onEntered(back);
  onClose(back);

  function back(): void {
    clearTimeout(lost);
    show(page, '[data-no-network]', false);
  }
}
