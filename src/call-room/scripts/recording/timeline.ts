import type { Easel } from '../annotations/easel';
import type { BoardEvent } from '../annotations/hearing';
import type { Mark } from '../annotations/mark';
import type { Room } from '../seams';

/** What happened over the picture, in milliseconds from the recording's start. */
type Happening = BoardEvent | { readonly kind: 'picture'; readonly picture: string } | { readonly kind: 'freeze' | 'thaw' };

const pause = 5_000;
const atOnce = 100;
const mostSpots = 400;

/** Keeps marks, freezes and switches of the picture beside the recording (CA-3): the film itself stays as it was received. */
export function timeline({ server, stage }: Room, { board, sight }: Easel, recording: string): { end(): Promise<void> } {
  const begun = performance.now();
  const waiting: (Happening & { readonly at: number })[] = [];
  let source = stage.source();
  let still = sight.still()?.id;
  let isOver = false;
  let sending: Promise<void> = Promise.resolve();
  note({ kind: 'picture', picture: source.kind });
  for (const mark of board.sheet().marks.values()) note({ kind: 'mark', mark });

  board.onEvent(note);
  sight.onChange(() => {
    if (stage.source().number !== source.number) note({ kind: 'picture', picture: (source = stage.source()).kind });
    if (sight.still()?.id !== still) note({ kind: (still = sight.still()?.id) ? 'freeze' : 'thaw' });
  });
  const timer = setInterval(send, pause);

  function note(event: Happening): void {
    if (!isOver) waiting.push({ at: Math.round(performance.now() - begun), ...(event.kind === 'mark' ? { ...event, mark: thinned(event.mark) } : event) });
  }

  function send(): Promise<void> {
    sending = sending.then(async () => {
      while (waiting.length > 0) {
        const some = waiting.slice(0, atOnce);
        const answer = await server.post(`recordings/${recording}/events`, { events: some }).catch(() => undefined);
        // Without a network they wait for the next time; what is refused will not be wanted later, either.
        if (!answer || answer.status >= 500) return;
        waiting.splice(0, some.length);
      }
    });
    return sending;
  }

  return {
    end: () => {
      isOver = true;
      clearInterval(timer);
      return send();
    },
  };
}

/** Fewer spots of a long line: its way is told, not each tremble of the hand. */
function thinned(mark: Mark): Mark {
  const step = Math.ceil(mark.spots.length / mostSpots);
  return step <= 1 ? mark : { ...mark, spots: mark.spots.filter((_, index) => index % step === 0 || index === mark.spots.length - 1) };
}
