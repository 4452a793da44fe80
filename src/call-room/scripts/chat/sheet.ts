import { listeners } from '../listeners';

export interface ChatSheet { isSeen(): boolean; onChange(changed: () => void): void }

/** Whether somebody can see the chat: beside the picture, or as a sheet that is open. */
export function chatSheet(page: HTMLElement): ChatSheet {
  const chat = page.querySelector<HTMLElement>('[data-chat]')!;
  const changes = listeners();
  page.addEventListener('panel', changes.tell);
  document.addEventListener('visibilitychange', changes.tell);
  new ResizeObserver(changes.tell).observe(chat);
  return { isSeen: () => chat.getClientRects().length > 0 && getComputedStyle(chat).visibility === 'visible' && document.visibilityState === 'visible', onChange: changes.add };
}
