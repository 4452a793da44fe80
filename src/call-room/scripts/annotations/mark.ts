// What is drawn over the picture. Places are parts of the picture, 0…1, whatever the screens.

/** A place in the picture: 0, 0 is its upper left corner and 1, 1 its lower right one. */
export interface Spot { readonly x: number; readonly y: number }

export type Side = 'host' | 'guest';

export const drawnTools = ['pen', 'arrow', 'number', 'rectangle', 'ellipse', 'text'] as const;

export type DrawnTool = (typeof drawnTools)[number];

/** The pointer leaves nothing behind. */
export type Tool = DrawnTool | 'pointer';

/** Told apart by everybody (Okabe and Ito); each has a name in the reader's language. */
export const colours = { vermilion: '#d55e00', sky: '#56b4e9', yellow: '#f0e442', green: '#009e73', pink: '#cc79a7', white: '#ffffff' } as const;

export type Colour = keyof typeof colours;

export interface Mark {
  readonly id: string;
  readonly side: Side;
  readonly tool: DrawnTool;
  readonly colour: Colour;
  /** Width by height of the picture when it was drawn: a phone that is turned turns its picture. */
  readonly shape: number;
  readonly spots: readonly Spot[];
  /** Of a numbered arrow. */
  readonly number?: number;
  readonly text?: string;
}

/** What one mark may hold, so that nobody can drown the other side. */
export const limits = { spots: 2_000, text: 120, marks: 400, number: 999 };

/** Whatever came from the other side, as a mark; undefined where it is none. */
export function readMark(value: unknown): Mark | undefined {
  const { id, side, tool, colour, shape, spots, number, text } = (value ?? {}) as Record<string, unknown>;
  if (!isId(id) || (side !== 'host' && side !== 'guest') || !isDrawn(tool) || !isColour(colour)) return undefined;
  const places = readSpots(spots);
  if (!places?.length || typeof shape !== 'number' || !(shape > 0.01 && shape < 100)) return undefined;
  return {
    id, side, tool, colour, shape, spots: places,
    ...(Number.isInteger(number) && (number as number) > 0 && (number as number) <= limits.number ? { number: number as number } : {}),
    ...(typeof text === 'string' ? { text: text.slice(0, limits.text) } : {}),
  };
}

export function readSpots(value: unknown): Spot[] | undefined {
  if (!Array.isArray(value) || value.length > limits.spots) return undefined;
  const spots = value.map(readSpot);
  return spots.every(spot => spot !== undefined) ? spots : undefined;
}

export function readSpot(value: unknown): Spot | undefined {
  const { x, y } = (value ?? {}) as Record<string, unknown>;
  return Number.isFinite(x) && Number.isFinite(y) ? { x: within(x as number), y: within(y as number) } : undefined;
}

export const readIds = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isId).slice(0, 10 * limits.marks) : []);

/** Four decimals are a fifth of a pixel on a wide screen. */
export const rounded = ({ x, y }: Spot): Spot => ({ x: Math.round(within(x) * 1e4) / 1e4, y: Math.round(within(y) * 1e4) / 1e4 });

export const isColour = (value: unknown): value is Colour => typeof value === 'string' && Object.hasOwn(colours, value);

const within = (part: number): number => Math.min(1, Math.max(0, part));
const isId = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 40;
const isDrawn = (value: unknown): value is DrawnTool => drawnTools.includes(value as DrawnTool);
