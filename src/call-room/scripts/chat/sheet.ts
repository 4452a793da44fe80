import { listeners } from '../listeners';

export interface ChatSheet { isSeen(): boolean; onChange(changed: () => void): void }

/** On a narrow screen the chat is a sheet that is opened; on a wide one it stands beside the picture. */
export function chatSheet(page: HTMLElement): ChatSheet {
  const chat = page.querySelector<HTMLElement>('[data-chat]')!;
  const changes = listeners();
  const openers = (): HTMLElement[] => [...page.querySelectorAll<HTMLElement>('[data-chat-open]')];

  page.addEventListener('click', event => {
    const target = event.target as Element;
    if (target.closest('[data-chat-open]')) show(!('open' in chat.dataset));
    else if (target.closest('[data-chat-close]')) show(false);
  });
  chat.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !('open' in chat.dataset) || event.defaultPrevented) return;
    event.preventDefault();
    show(false);
  });
  document.addEventListener('visibilitychange', changes.tell);
  new ResizeObserver(changes.tell).observe(chat);

  function show(isOpen: boolean): void {
    chat.toggleAttribute('data-open', isOpen);
    for (const opener of openers()) opener.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) chat.querySelector<HTMLElement>('textarea')?.focus({ preventScroll: true });
    else openers().find(opener => opener.offsetParent)?.focus();
    changes.tell();
  }

  return { isSeen: () => chat.offsetParent !== null && document.visibilityState === 'visible', onChange: changes.add };
}
