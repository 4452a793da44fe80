import { listeners } from '../listeners';
import type { Colour, Side, Tool } from './mark';

/** What this person holds: a tool in a colour, or nothing, so that the picture can be moved and zoomed. */
export interface Hand {
  readonly tool: Tool | undefined;
  readonly colour: Colour;
  take(tool: Tool | undefined): void;
  dip(colour: Colour): void;
  onChange(changed: () => void): void;
}

/** Each side begins with a colour of its own, so that lines can be told apart before anybody has chosen. */
export function hand(side: Side): Hand {
  const changes = listeners();
  let tool: Tool | undefined;
  let colour: Colour = side === 'host' ? 'vermilion' : 'sky';
  return {
    get tool() { return tool; },
    get colour() { return colour; },
    take: wanted => {
      tool = wanted;
      changes.tell();
    },
    dip: wanted => {
      colour = wanted;
      changes.tell();
    },
    onChange: changes.add,
  };
}
