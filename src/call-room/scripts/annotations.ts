import { counting } from './annotations/counting';
import { easelOf } from './annotations/easel';
import { hand } from './annotations/hand';
import { keyboard } from './annotations/keyboard';
import { palette } from './annotations/palette';
import { pen } from './annotations/pen';
import { spoken } from './annotations/spoken';
import { textEntry } from './annotations/text-entry';
import type { Room } from './seams';
import { word } from './words';

/** Drawing on the picture, by both sides, at the same spot for both (CA-2). */
export function annotations(room: Room): void {
  const { page, stage } = room;
  const easel = easelOf(room);
  const own = hand(room.side);
  const write = textEntry(page, stage, easel, own);
  pen(stage, easel, own, write);
  easel.cover(keyboard(page, stage, easel, own, write));
  palette(page, easel, own);
  spoken(page, easel);
  counting(room, easel.board);
  own.onChange(show);
  show();

  function show(): void {
    if (own.tool) stage.root.dataset['tool'] = own.tool;
    else delete stage.root.dataset['tool'];
    reach(own.tool !== undefined);
    easel.repaint();
  }

  /** Only with a tool in hand is the picture a place to stop at, with keys of its own. */
  function reach(isReached: boolean): void {
    const { overlay } = stage;
    overlay.tabIndex = isReached ? 0 : -1;
    overlay.ariaHidden = String(!isReached);
    if (!isReached) return overlay.removeAttribute('role');
    overlay.setAttribute('role', 'application');
    overlay.setAttribute('aria-label', word(page, 'picture-to-draw-on'));
  }
}
