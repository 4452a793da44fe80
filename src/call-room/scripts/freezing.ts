import { easelOf } from './annotations/easel';
import type { Still } from './annotations/sight';
import { stillParcel, stillOfParcel, takeStill } from './freezing/stills';
import type { Room } from './seams';
import { word } from './words';

interface Thaw { type: 'thaw'; id: string }
/** Said whenever the line is there (again): which still this side shows, and which it has left. */
interface FreezeState { type: 'freeze-state'; id: string | null; left: string[] }

/** One moment of the picture, the same on both sides, to draw on in peace (CA-2). Either side goes on from it. */
export function freezing(room: Room): void {
  const { channel, page, stage } = room;
  const { sight, board } = easelOf(room);
  const left = new Set<string>();

  page.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>('[data-freeze], [data-thaw]');
    if (!button || button.ariaDisabled === 'true') return;
    if (sight.still()) goOn();
    else if ('freeze' in button.dataset) void freeze();
  });
  channel.on<ArrayBuffer>('freeze', bytes => void hear(bytes));
  channel.on<Partial<Thaw>>('thaw', ({ id }) => leave(String(id)));
  channel.on<Partial<FreezeState>>('freeze-state', theirs => agree(theirs));
  channel.onOpen(() => channel.send({ type: 'freeze-state', id: sight.still()?.id ?? null, left: [...left] } as FreezeState));
  sight.onChange(show);
  show();

  async function freeze(): Promise<void> {
    const still = await takeStill(stage);
    if (!still || sight.still()) return;
    // What is drawn already stands on the still, too.
    board.show(`${still.source}/${still.id}`, true);
    sight.freeze(still);
    send(still);
  }

  function send(still: Still): void {
    channel.sendBytes('freeze', stillParcel(still));
  }

  async function hear(bytes: ArrayBuffer): Promise<void> {
    const still = await stillOfParcel(bytes);
    if (!still || left.has(still.id) || still.source !== stage.source().number) return;
    // Both at the same moment: the host's counts.
    if (sight.still() && room.side === 'host') return;
    sight.freeze(still);
    room.say(word(page, 'frozen-by', room.state.other.name));
  }

  function goOn(): void {
    const still = sight.still();
    if (!still) return;
    leave(still.id);
    channel.send({ type: 'thaw', id: still.id } as Thaw);
  }

  function leave(id: string): void {
    left.add(id);
    if (sight.still()?.id === id) sight.thaw();
  }

  /** After a lost line: what the other side has left is left; what they do not have, they get. */
  function agree({ id, left: theirs }: Partial<FreezeState>): void {
    if (Array.isArray(theirs)) theirs.filter(one => typeof one === 'string').forEach(leave);
    const still = sight.still();
    if (still && still.id !== id && (!id || left.has(id) || room.side === 'host')) send(still);
  }

  function show(): void {
    const isFrozen = sight.still() !== undefined;
    stage.root.toggleAttribute('data-frozen', isFrozen);
    for (const notice of page.querySelectorAll<HTMLElement>('[data-when-frozen]')) notice.hidden = !isFrozen;
    for (const button of page.querySelectorAll<HTMLElement>('[data-freeze]')) {
      button.setAttribute('aria-pressed', String(isFrozen));
      button.setAttribute('aria-disabled', String(sight.size().width === 0));
    }
  }
}
