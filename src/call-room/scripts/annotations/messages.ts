import { limits, readIds, readMark, readSpots, type Mark, type Spot } from './mark';

/** What the two boards tell each other. Each names the sheet, so that a mark never lands on another picture than the one it was drawn on. */
export interface MarkPut { type: 'mark'; sheet: string; mark: Mark }
export interface MarkGrown { type: 'mark-more'; sheet: string; id: string; from: number; spots: readonly Spot[] }
export interface MarkDone { type: 'mark-done'; sheet: string; id: string }
/** What stood there already: for somebody who comes late, and what is brought back. */
export interface MarksStand { type: 'marks'; sheet: string; marks: readonly Mark[]; gone: readonly string[] }
export interface MarksGone { type: 'marks-gone'; sheet: string; ids: readonly string[] }

export type BoardMessage = MarkPut | MarkGrown | MarkDone | MarksStand | MarksGone;

/** As it came over the line: anything. */
export type Heard = Partial<Record<'sheet' | 'mark' | 'id' | 'from' | 'spots' | 'marks' | 'gone' | 'ids', unknown>>;

export const sheetOf = (heard: Heard): string | undefined => (typeof heard.sheet === 'string' && heard.sheet.length <= 60 ? heard.sheet : undefined);

export function readGrowth(heard: Heard): { id: string; from: number; spots: Spot[] } | undefined {
  const spots = readSpots(heard.spots);
  return spots && typeof heard.id === 'string' && Number.isInteger(heard.from) && (heard.from as number) >= 0 ? { id: heard.id, from: heard.from as number, spots } : undefined;
}

export function readStanding(heard: Heard): { marks: Mark[]; gone: string[] } {
  const marks = Array.isArray(heard.marks) ? heard.marks.slice(0, limits.marks) : [];
  return { marks: marks.map(readMark).filter(mark => mark !== undefined), gone: readIds(heard.gone) };
}

/** Spots that fit into one message; a line takes long messages in parts, and shorter ones let others pass. */
const spotsAtOnce = 800;

/** All that stands on a sheet, in messages that are not too long. */
export function standing(sheet: string, marks: Iterable<Mark>, gone: Iterable<string>): MarksStand[] {
  const messages: MarksStand[] = [];
  let part: Mark[] = [];
  let spots = 0;
  for (const mark of marks) {
    if (part.length > 0 && spots + mark.spots.length > spotsAtOnce) {
      messages.push({ type: 'marks', sheet, marks: part, gone: [] });
      [part, spots] = [[], 0];
    }
    part.push(mark);
    spots += mark.spots.length;
  }
  return [...messages, { type: 'marks', sheet, marks: part, gone: [...gone] }];
}
