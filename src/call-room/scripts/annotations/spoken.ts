import { word } from '../words';
import type { Easel } from './easel';
import { placed } from './geometry';
import type { Mark, Spot } from './mark';

/** Until a hand rests: a line that grows is told once. */
const pause = 1_200;

/** A list of the marks for those who do not see them; what is new in it is read out. */
export function spoken(page: HTMLElement, { board, names, sight }: Easel): void {
  const list = page.querySelector<HTMLElement>('[data-marks-spoken]');
  if (!list) return;
  const items = new Map<string, HTMLElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  board.onChange(() => {
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
  });

  function tell(): void {
    const { marks } = board.sheet();
    for (const [id, item] of items) {
      if (marks.has(id)) continue;
      item.remove();
      items.delete(id);
    }
    for (const mark of marks.values()) {
      if (items.has(mark.id)) continue;
      const item = document.createElement('li');
      item.textContent = sentence(mark);
      items.set(mark.id, item);
      list!.append(item);
    }
  }

  function sentence(mark: Mark): string {
    const { width, height } = sight.size();
    const { x, y } = placed(aim(mark), mark.shape, width / height || mark.shape);
    const what = label(`[data-tool="${mark.tool}"]`) + (mark.number ? ` ${mark.number}` : '') + (mark.text ? `: ${mark.text}` : '');
    return word(page, 'mark', names[mark.side], what, label(`[data-colour="${mark.colour}"]`), Math.round(x * 100), Math.round(y * 100));
  }

  /** A tool and a colour are called what their buttons are called. */
  function label(button: string): string {
    return page.querySelector(`[data-tools] ${button}`)?.getAttribute('aria-label') ?? '';
  }
}

/** What a mark is about: where an arrow points, the middle of all else. */
function aim({ tool, spots }: Mark): Spot {
  const [first, last] = [spots[0]!, spots.at(-1)!];
  if (tool === 'arrow' || tool === 'number') return last;
  if (tool === 'pen') return spots[Math.floor(spots.length / 2)]!;
  return { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
}
