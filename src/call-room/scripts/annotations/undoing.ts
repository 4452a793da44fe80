import type { Mark } from './mark';

/** What one person did, so that they can take it back: their own marks, and their own clearing. */
export interface Undoing {
  drew(sheet: string, id: string): void;
  cleared(sheet: string, marks: readonly Mark[]): void;
  /** Whether there is anything on this sheet to take back. */
  has(sheet: string): boolean;
  /** The last step on this sheet, no longer kept here. */
  takeLast(sheet: string): Step | undefined;
  /** The same steps may be taken back on another sheet, that began as a copy of this one. */
  carry(from: string, to: string): void;
  /** A mark came back under another name. */
  rename(before: string, after: string): void;
}

export type Step = { readonly kind: 'drew'; readonly id: string } | { readonly kind: 'cleared'; readonly marks: readonly Mark[] };

/** Enough for one picture; beyond that, clearing is quicker. */
const longest = 200;

export function undoing(): Undoing {
  const steps: { readonly sheet: string; step: Step }[] = [];
  const last = (sheet: string): number => steps.findLastIndex(one => one.sheet === sheet);
  const keep = (sheet: string, step: Step): void => {
    steps.push({ sheet, step });
    if (steps.length > longest) steps.shift();
  };
  return {
    drew: (sheet, id) => keep(sheet, { kind: 'drew', id }),
    cleared: (sheet, marks) => {
      if (marks.length > 0) keep(sheet, { kind: 'cleared', marks });
    },
    has: sheet => last(sheet) >= 0,
    takeLast: sheet => (last(sheet) < 0 ? undefined : steps.splice(last(sheet), 1)[0]!.step),
    carry: (from, to) => {
      for (const { step } of steps.filter(one => one.sheet === from)) keep(to, step);
    },
    rename: (before, after) => {
      for (const one of steps) {
        if (one.step.kind === 'drew' && one.step.id === before) one.step = { kind: 'drew', id: after };
      }
    },
  };
}
