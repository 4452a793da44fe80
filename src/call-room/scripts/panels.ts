import { doers, onPress } from './finding';
import type { WholeRoom } from './room';

/** Parts that come and go at a press: the chat (a column, or a sheet on a phone), and the sheet of what is needed seldom. `data-panel` names them. */
export function panels({ page }: WholeRoom): void {
  for (const panel of page.querySelectorAll<HTMLElement>('[data-panel]')) {
    const name = panel.dataset['panel']!;
    onPress(page, `open-${name}`, () => (isOpen(name) ? close(page, name) : open(page, name)));
    onPress(page, `close-${name}`, () => close(page, name));
    panel.addEventListener('keydown', event => event.key === 'Escape' && !event.defaultPrevented && close(page, name));
  }

  // On a desk the chat stands beside the picture from the beginning; on a phone, or when the window shrinks, it would hide it.
  const desk = matchMedia('(min-width: 64rem)');
  const fit = (): void => {
    if (page.dataset['chat'] === 'open' && !desk.matches) page.dataset['chat'] = '';
    tell(page, 'chat', page.dataset['chat'] === 'open');
  };
  desk.addEventListener('change', fit);
  fit();

  // A press beside the sheet closes it, one on something in it, too.
  page.addEventListener('click', event => {
    const target = event.target as Element;
    if (isOpen('more') && !target.closest('[data-do="open-more"]') && (!target.closest('[data-panel="more"]') || target.closest('button'))) close(page, 'more', false);
  });

  function isOpen(name: string): boolean {
    return page.dataset[name] === 'open';
  }
}

function open(page: HTMLElement, name: string): void {
  page.dataset[name] = 'open';
  tell(page, name, true);
  page.querySelector<HTMLElement>(`[data-panel="${name}"] [data-first], [data-panel="${name}"] button:not([hidden])`)?.focus();
  page.dispatchEvent(new CustomEvent('panel', { detail: { name, isOpen: true } }));
}

function close(page: HTMLElement, name: string, isByKey = true): void {
  page.dataset[name] = '';
  tell(page, name, false);
  if (isByKey) doers(page, `open-${name}`)[0]?.focus();
  page.dispatchEvent(new CustomEvent('panel', { detail: { name, isOpen: false } }));
}

function tell(page: HTMLElement, name: string, isOpen: boolean): void {
  for (const button of doers(page, `open-${name}`)) button.setAttribute('aria-expanded', String(isOpen));
}
