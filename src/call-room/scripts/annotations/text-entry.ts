import type { Stage } from '../seams';
import { word } from '../words';
import type { Easel } from './easel';
import { pointOf, textHeight } from './geometry';
import type { Hand } from './hand';
import { colours, limits, rounded, type Spot } from './mark';
import { newMark } from './stroke';

/** Opens a field on the picture; Enter or going elsewhere puts the text there, Escape does not. */
export function textEntry(page: HTMLElement, stage: Stage, easel: Easel, hand: Hand): (spot: Spot) => void {
  let closeLast: (() => void) | undefined;
  return spot => {
    // Clicking elsewhere has put the last text there; that click begins the next one.
    closeLast?.();
    const key = easel.sight.key();
    const field = fieldAt(spot);
    let isOpen = true;
    stage.root.append(field);
    // The click that opened it would take the focus away again.
    setTimeout(() => field.focus());

    function close(isKept: boolean): void {
      if (!isOpen) return;
      isOpen = false;
      closeLast = undefined;
      const text = field.value.trim();
      field.remove();
      if (isKept && text && easel.sight.key() === key) put(spot, text);
    }

    closeLast = () => close(true);
    field.addEventListener('blur', () => close(true));
    field.addEventListener('pointerdown', event => event.stopPropagation());
    field.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      close(event.key === 'Enter');
      stage.overlay.focus({ preventScroll: true });
    });
  };

  function put(spot: Spot, text: string): void {
    const mark = { ...newMark(easel, hand, 'text'), spots: [rounded(spot)], text };
    easel.board.put(mark);
    easel.board.finish(mark.id);
  }

  function fieldAt(spot: Spot): HTMLInputElement {
    const frame = easel.sight.frame();
    const { x, y } = pointOf(frame, spot);
    const height = Math.max(16, textHeight(frame));
    const field = document.createElement('input');
    field.className = 'mark-text';
    field.maxLength = limits.text;
    field.setAttribute('aria-label', word(page, 'text-on-the-picture'));
    // Near the right edge it opens towards the middle; the text itself stands where it was put.
    const left = Math.max(0, Math.min(x, stage.root.clientWidth - 180));
    Object.assign(field.style, { left: `${left}px`, top: `${y - height * 0.85}px`, fontSize: `${height}px`, backgroundColor: colours[hand.colour] });
    return field;
  }
}
