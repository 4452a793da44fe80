import { listeners } from './listeners';
import type { Stage } from './seams';
import type { Picture } from './picture';

export interface View {
  /** 1 shows the whole picture. */
  zoom: number;
  /** Which point of the picture stands in the middle, 0…1. */
  x: number;
  y: number;
}

export interface LiveStage extends Stage {
  show(stream: MediaStream | null, picture: Picture): void;
  view: View;
  look(view: View): void;
}

/** Shows the picture whole and as large as there is room, or nearer. */
export function stage(root: HTMLElement): LiveStage {
  const video = root.querySelector('video')!;
  const overlay = root.querySelector('canvas')!;
  const changed = listeners();
  let picture: Picture = { kind: 'none', number: 0 };
  let view: View = { zoom: 1, x: 0.5, y: 0.5 };

  for (const event of ['resize', 'loadedmetadata', 'emptied']) video.addEventListener(event, place);
  new ResizeObserver(place).observe(root);

  function size(): { width: number; height: number } {
    return { width: video.videoWidth, height: video.videoHeight };
  }

  function frame(): DOMRectReadOnly {
    return frameOf({ width: root.clientWidth, height: root.clientHeight }, size(), view);
  }

  function place(): void {
    const { x, y, width, height } = frame();
    Object.assign(video.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    root.dataset['picture'] = size().width ? picture.kind : 'none';
    changed.tell();
  }

  function show(stream: MediaStream | null, shown: Picture): void {
    if (shown.number !== picture.number) view = { zoom: 1, x: 0.5, y: 0.5 };
    picture = shown;
    if (video.srcObject !== stream) video.srcObject = stream;
    // A stream that is replaced while it starts rejects; the next one starts anew.
    if (stream) void video.play().catch(() => undefined);
    place();
  }

  function look(wanted: View): void {
    view = within(wanted);
    place();
  }

  return { video, overlay, root, size, frame, onChange: changed.add, source: () => picture, show, get view() { return view; }, look };
}

interface Size { width: number; height: number }

/** Where a picture of this size stands in a room of that size, for this view. */
export function frameOf(room: Size, picture: Size, { zoom, x, y }: View): DOMRectReadOnly {
  if (!picture.width || !picture.height || !room.width || !room.height) return new DOMRectReadOnly(0, 0, room.width, room.height);
  const scale = Math.min(room.width / picture.width, room.height / picture.height) * zoom;
  const [width, height] = [picture.width * scale, picture.height * scale];
  return new DOMRectReadOnly(start(room.width, width, x), start(room.height, height, y), width, height);
}

/** Along one side: in the middle while it fits, else so that no edge comes away from the room's. */
const start = (room: number, length: number, middle: number): number => (length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, room / 2 - middle * length)));

const within = ({ zoom, x, y }: View): View => ({ zoom: between(zoom, 1, 6), x: between(x, 0, 1), y: between(y, 0, 1) });

const between = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
