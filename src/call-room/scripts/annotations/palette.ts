import { toolbar } from '../toolbar';
import type { Easel } from './easel';
import type { Hand } from './hand';
import { isColour, type Tool } from './mark';

/** The tools' buttons. A tool that is pressed again is put away. */
export function palette(page: HTMLElement, { board, sight }: Easel, hand: Hand): void {
  const bar = page.querySelector<HTMLElement>('[data-tools]')!;
  toolbar(bar);
  opening(page, bar, hand);

  bar.addEventListener('click', event => {
    const button = (event.target as Element).closest('button');
    if (!button || button.ariaDisabled === 'true') return;
    const { tool, colour, marks } = button.dataset;
    if (tool) hand.take(hand.tool === tool ? undefined : (tool as Tool));
    if (isColour(colour)) hand.dip(colour);
    if (marks === 'undo') board.undo();
    if (marks === 'clear') board.clear();
  });
  page.addEventListener('keydown', event => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') board.undo();
    else if (event.key === 'Escape' && hand.tool) hand.take(undefined);
    else return;
    event.preventDefault();
  });
  hand.onChange(show);
  board.onChange(showSteps);
  sight.onChange(show);
  show();

  function show(): void {
    const isEmpty = sight.size().width === 0;
    for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-tool]')) {
      button.setAttribute('aria-pressed', String(button.dataset['tool'] === hand.tool));
      able(button, !isEmpty);
    }
    for (const button of bar.querySelectorAll<HTMLElement>('[data-colour]')) button.setAttribute('aria-pressed', String(button.dataset['colour'] === hand.colour));
    showSteps();
  }

  function showSteps(): void {
    able(bar.querySelector('[data-marks="undo"]'), board.canUndo());
    able(bar.querySelector('[data-marks="clear"]'), board.sheet().marks.size > 0);
  }
}

/** On a narrow screen the palette comes when it is wanted, with the pen in hand; and goes with it. */
function opening(page: HTMLElement, bar: HTMLElement, hand: Hand): void {
  const around = bar.closest<HTMLElement>('.tools');
  page.addEventListener('click', event => {
    const opener = (event.target as Element).closest('[data-tools-open]');
    if (!opener || !around) return;
    const isOpen = around.toggleAttribute('data-open');
    opener.setAttribute('aria-expanded', String(isOpen));
    hand.take(isOpen ? 'pen' : undefined);
  });
}

/** Not `disabled`: who has just pressed it would lose their place. */
function able(button: HTMLElement | null, isAble: boolean): void {
  button?.setAttribute('aria-disabled', String(!isAble));
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches('input, textarea, select');
