import type { Room } from '../seams';
import type { Board } from './board';

const rests = 1_500;

/** How many marks this side has drawn belongs to what the call's history tells. */
export function counting({ page, server }: Room, board: Board): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  board.onEvent(() => {
    if (String(board.drawn) === (page.dataset['marks'] ?? '0')) return;
    // What says every few seconds that this side is here says it, too.
    page.dataset['marks'] = String(board.drawn);
    clearTimeout(timer);
    timer = setTimeout(() => void server.post('stay', { marks: board.drawn }).catch(() => undefined), rests);
  });
}
