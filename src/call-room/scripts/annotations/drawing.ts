import { arrowHead, box, lineWidth, placed, pointOf, textHeight, type Frame } from './geometry';
import { colours, type Colour, type Mark, type Side, type Spot } from './mark';

export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Whose lines they are, in words; on each mark. */
export type Names = Readonly<Record<Side, string>>;

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

/** Draws marks where the picture stands: on the screen, or into a snapshot. `shape` is the picture's width by height as it is now. */
export function drawMarks(brush: Brush, frame: Frame, shape: number, marks: Iterable<Mark>, names: Names): void {
  brush.save();
  brush.beginPath();
  brush.rect(frame.x, frame.y, frame.width, frame.height);
  brush.clip();
  for (const mark of marks) drawMark(brush, frame, shape, mark, names[mark.side]);
  brush.restore();
}

function drawMark(brush: Brush, frame: Frame, shape: number, mark: Mark, name: string): void {
  const points = mark.spots.map(spot => pointOf(frame, placed(spot, mark.shape, shape)));
  const width = lineWidth(frame);
  if (mark.tool === 'text') return drawText(brush, points[0]!, textHeight(frame), mark.text ?? '', mark.colour, name);
  outlined(brush, mark.colour, width, () => trace[mark.tool as keyof typeof trace](brush, points, width));
  if (mark.tool === 'number') drawNumber(brush, points[0]!, textHeight(frame), mark);
  // A little above where the mark begins, so that it covers nothing of what is pointed at.
  const clear = mark.tool === 'number' ? textHeight(frame) : width;
  drawName(brush, { x: points[0]!.x + width, y: points[0]!.y - clear }, textHeight(frame), mark.colour, name);
}

/** The path of each tool's line. */
const trace = {
  pen: (brush: Brush, points: Spot[]) => {
    const [first, ...others] = points;
    brush.moveTo(first!.x, first!.y);
    // A dot is a line, too.
    if (others.length === 0) brush.lineTo(first!.x, first!.y);
    for (const point of others) brush.lineTo(point.x, point.y);
  },
  arrow: (brush: Brush, points: Spot[], width: number) => {
    const [from, to] = [points[0]!, points.at(-1)!];
    const [left, right] = arrowHead(from, to, width);
    for (const [one, other] of [[from, to], [left, to], [to, right]] as const) {
      brush.moveTo(one.x, one.y);
      brush.lineTo(other.x, other.y);
    }
  },
  number: (brush: Brush, points: Spot[], width: number) => trace.arrow(brush, points, width),
  rectangle: (brush: Brush, points: Spot[]) => {
    const { x, y, width, height } = box(points[0]!, points.at(-1)!);
    brush.rect(x, y, width, height);
  },
  ellipse: (brush: Brush, points: Spot[]) => {
    const { x, y, width, height } = box(points[0]!, points.at(-1)!);
    brush.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  },
};

/** A line is seen on any picture by what lies under it. */
export function outlined(brush: Brush, colour: Colour, width: number, path: () => void): void {
  brush.lineCap = brush.lineJoin = 'round';
  for (const [style, thickness] of [[under(colour), width + Math.max(2, width * 0.6)], [colours[colour], width]] as const) {
    brush.beginPath();
    path();
    brush.strokeStyle = style;
    brush.lineWidth = thickness;
    brush.stroke();
  }
}

const isDark = (colour: Colour): boolean => colour === 'vermilion' || colour === 'green';
const under = (colour: Colour): string => (isDark(colour) ? 'rgb(255 255 255 / 80%)' : 'rgb(0 0 0 / 60%)');
/** Readable on each of the colours. */
const words = '#000';

function drawNumber(brush: Brush, { x, y }: Spot, height: number, mark: Mark): void {
  brush.beginPath();
  brush.arc(x, y, height * 0.8, 0, 2 * Math.PI);
  brush.fillStyle = colours[mark.colour];
  brush.strokeStyle = under(mark.colour);
  brush.lineWidth = 2;
  brush.fill();
  brush.stroke();
  write(brush, String(mark.number ?? ''), { x, y }, height, words, 'center');
}

function drawText(brush: Brush, { x, y }: Spot, height: number, text: string, colour: Colour, name: string): void {
  brush.font = `600 ${height}px ${font}`;
  label(brush, { x, y: y - height * 0.75, width: brush.measureText(text).width + height, height: height * 1.5 }, colour);
  write(brush, text, { x: x + height / 2, y }, height, words, 'left');
  drawName(brush, { x, y: y - height * 0.75 }, height, colour, name);
}

export function drawName(brush: Brush, { x, y }: Spot, height: number, colour: Colour, name: string): void {
  if (!name) return;
  const size = Math.max(10, height * 0.6);
  brush.font = `600 ${size}px ${font}`;
  label(brush, { x, y: y - size * 1.5, width: brush.measureText(name).width + size, height: size * 1.4 }, colour);
  write(brush, name, { x: x + size / 2, y: y - size * 0.8 }, size, words, 'left');
}

function label(brush: Brush, { x, y, width, height }: Frame, colour: Colour): void {
  brush.beginPath();
  brush.roundRect(x, y, width, height, height * 0.25);
  brush.fillStyle = colours[colour];
  brush.strokeStyle = under(colour);
  brush.lineWidth = 1.5;
  brush.stroke();
  brush.fill();
}

function write(brush: Brush, text: string, { x, y }: Spot, height: number, style: string, align: CanvasTextAlign): void {
  brush.font = `600 ${height}px ${font}`;
  brush.fillStyle = style;
  brush.textAlign = align;
  brush.textBaseline = 'middle';
  brush.fillText(text, x, y);
}
