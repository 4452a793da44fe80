/** Those who want to hear of something, and the way to tell them. */
export function listeners<A extends unknown[] = []>(): { add(heard: (...what: A) => void): void; tell(...what: A): void } {
  const all: ((...what: A) => void)[] = [];
  return {
    add: heard => void all.push(heard),
    tell: (...what) => {
      for (const heard of all) heard(...what);
    },
  };
}
