import { show, write } from './finding';
import { judge, type Sample, type Verdict } from './judging';
import { measuring } from './measuring';
import { pacing } from './pacing';
import type { WholeRoom } from './room';
import { word } from './words';

/** For the call's details. */
export interface Figures { rtt: number; loss: number; freezes: number; relay: boolean; joinMs?: number }

const every = 2_000;

/** Shows how the line is, in a word and for the supporter in figures; lets the picture give way to the sound. */
export function quality(room: WholeRoom): () => Figures | undefined {
  const { meetings, page, repair } = room;
  const measure = measuring();
  const pace = pacing(room);
  let latest: Sample | undefined;
  let worstLoss = 0;
  let joinMs: number | undefined;
  const timer = setInterval(() => void look(), every);
  room.onClose(() => clearInterval(timer));
  joined(room, milliseconds => (joinMs = milliseconds));
  return () => latest && { rtt: Math.round((latest.rtt ?? 0) * 1000), loss: round(worstLoss), freezes: latest.freezes, relay: latest.relay, ...(joinMs === undefined ? {} : { joinMs }) };

  async function look(): Promise<void> {
    const connection = meetings.current?.connection;
    if (repair.line !== 'connected' || !connection) return;
    const sample = await measure(connection).catch(() => undefined);
    if (!sample) return;
    latest = sample;
    worstLoss = Math.max(worstLoss * 0.9, sample.lossIn);
    pace(sample);
    tell(judge(sample), sample);
  }

  function tell(verdict: Verdict, { rtt, relay, width, height }: Sample): void {
    page.dataset['quality'] = verdict;
    for (const each of ['good', 'fair', 'poor']) show(page, `[data-verdict="${each}"]`, each === verdict);
    const size = height ? ` · ${width} × ${height}` : '';
    write(page, '[data-figures]', `${Math.round((rtt ?? 0) * 1000)} ms · ${word(page, relay ? 'relayed' : 'direct')}${size}`);
  }
}

const round = (part: number): number => Math.round(part * 1000) / 1000;

/** From the moment that this page knew of the answered call to the first picture (the guest: to the line). */
function joined(room: WholeRoom, told: (milliseconds: number) => void): void {
  let since = room.state.state === 'in_call' ? performance.now() : undefined;
  let isTold = false;
  const tell = (): void => {
    if (isTold || since === undefined) return;
    isTold = true;
    told(Math.round(performance.now() - since));
    performance.mark('room-joined');
  };
  room.onState(({ state }) => state === 'in_call' && (since ??= performance.now()));
  if (room.side === 'guest') room.repair.onLine(line => line === 'connected' && tell());
  else room.stage.video.addEventListener('loadeddata', () => room.picture.now.kind !== 'host-screen' && tell());
}
