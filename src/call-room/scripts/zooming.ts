import { onPress, show, write } from './finding';
import type { WholeRoom } from './room';
import type { View } from './stage';

const step = 1.5;
const move = 0.1;

/** Looks nearer at a part of the picture: buttons, keys, the wheel with Ctrl (which is also two fingers on a touchpad), two fingers on the screen. */
export function zooming({ page, stage }: WholeRoom): void {
  const { root } = stage;
  onPress(page, 'zoom-in', () => by(step));
  onPress(page, 'zoom-out', () => by(1 / step));
  onPress(page, 'zoom-none', () => stage.look({ zoom: 1, x: 0.5, y: 0.5 }));
  root.addEventListener('wheel', wheel, { passive: false });
  root.addEventListener('keydown', key);
  pinching(root, (factor, point) => by(factor, point), pan);
  stage.onChange(() => {
    show(page, '[data-do="zoom-none"]', stage.view.zoom > 1);
    write(page, '[data-zoom]', `${Math.round(stage.view.zoom * 100)} %`);
  });

  /** What lies under the point stays there. */
  function by(factor: number, point = { x: root.clientWidth / 2, y: root.clientHeight / 2 }): void {
    const { view } = stage;
    const frame = stage.frame();
    const zoom = Math.min(Math.max(view.zoom * factor, 1), 6);
    const [x, y] = [(point.x - frame.x) / frame.width, (point.y - frame.y) / frame.height];
    const grown = zoom / view.zoom;
    stage.look({ zoom, x: x + (root.clientWidth / 2 - point.x) / (frame.width * grown), y: y + (root.clientHeight / 2 - point.y) / (frame.height * grown) });
  }

  function pan(x: number, y: number): void {
    const frame = stage.frame();
    shift(-x / frame.width, -y / frame.height);
  }

  function shift(x: number, y: number): void {
    const { zoom, ...middle }: View = stage.view;
    stage.look({ zoom, x: middle.x + x, y: middle.y + y });
  }

  function wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    by(Math.exp(-event.deltaY / 200), pointIn(root, event));
  }

  function key(event: KeyboardEvent): void {
    if (event.target !== root || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+') by(step);
    else if (event.key === '-') by(1 / step);
    else if (event.key === '0') by(1 / stage.view.zoom);
    else if (stage.view.zoom === 1 || !(event.key in arrows)) return;
    else shift(...arrows[event.key]!);
    event.preventDefault();
  }
}

const arrows: Record<string, [number, number]> = { ArrowLeft: [-move, 0], ArrowRight: [move, 0], ArrowUp: [0, -move], ArrowDown: [0, move] };

interface Point { x: number; y: number }

const pointIn = (root: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point => {
  const { left, top } = root.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
};

/** Two fingers: their distance zooms, their middle pans. One finger is a pen's, or nobody's. */
function pinching(root: HTMLElement, zoom: (factor: number, point: Point) => void, pan: (x: number, y: number) => void): void {
  let before: { middle: Point; apart: number } | undefined;
  const measure = ({ touches: [one, two] }: TouchEvent): typeof before => {
    if (!one || !two) return undefined;
    const [a, b] = [pointIn(root, one), pointIn(root, two)];
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  for (const event of ['touchstart', 'touchend', 'touchcancel'] as const) root.addEventListener(event, touch => (before = measure(touch)), { passive: true });
  root.addEventListener('touchmove', touch => {
    const now = measure(touch);
    if (!now || !before) return;
    touch.preventDefault();
    pan(now.middle.x - before.middle.x, now.middle.y - before.middle.y);
    zoom(now.apart / before.apart, now.middle);
    before = now;
  }, { passive: false });
}
