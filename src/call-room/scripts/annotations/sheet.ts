import { limits, type Mark, type Spot } from './mark';

/** The marks on one picture. What was taken away stays known, so that a late message cannot bring it back. */
export interface Sheet {
  readonly marks: ReadonlyMap<string, Mark>;
  readonly gone: ReadonlySet<string>;
  /** Adds a mark, or changes one that is growing. False where that may not be. */
  put(mark: Mark): boolean;
  /** More of a pen's line, from its spot number `from` on. */
  grow(id: string, from: number, spots: readonly Spot[]): boolean;
  /** Takes marks away; those it really had. */
  drop(ids: readonly string[]): Mark[];
  /** The next numbered arrow's number. */
  nextNumber(): number;
}

export function sheet(beginning: Iterable<Mark> = []): Sheet {
  const marks = new Map<string, Mark>();
  const gone = new Set<string>();
  for (const mark of beginning) marks.set(mark.id, mark);
  return {
    marks,
    gone,
    put: mark => {
      const before = marks.get(mark.id);
      if (gone.has(mark.id) || (before ? before.side !== mark.side : marks.size >= limits.marks)) return false;
      marks.set(mark.id, mark);
      return true;
    },
    grow: (id, from, spots) => {
      const before = marks.get(id);
      if (!before || from > before.spots.length || from + spots.length > limits.spots) return false;
      marks.set(id, { ...before, spots: [...before.spots.slice(0, from), ...spots] });
      return true;
    },
    drop: ids => ids.flatMap(id => {
      const mark = marks.get(id);
      marks.delete(id);
      gone.add(id);
      return mark ? [mark] : [];
    }),
    nextNumber: () => Math.max(0, ...[...marks.values()].map(mark => mark.number ?? 0)) + 1,
  };
}
