import { listeners } from '../listeners';
import type { Stage } from '../seams';
import { fitted, type Frame } from './geometry';

/** A moment of the picture that both sides look at, instead of the moving one. */
export interface Still { readonly id: string; readonly source: number; readonly width: number; readonly height: number; readonly picture: ImageBitmap; readonly bytes: ArrayBuffer }

/** What somebody sees and draws on: the moving picture, or a still of it. */
export interface Sight {
  /** The name of its sheet, the same on both sides. */
  key(): string;
  frame(): Frame;
  /** Width and height in its own pixels; 0 while there is nothing to see. */
  size(): { width: number; height: number };
  still(): Still | undefined;
  freeze(still: Still): void;
  thaw(): void;
  onChange(changed: () => void): void;
}

export function sight(stage: Stage): Sight {
  const changes = listeners();
  let frozen: Still | undefined;
  stage.onChange(() => {
    // Another picture (a shared screen, say) is a new start.
    if (frozen && frozen.source !== stage.source().number) frozen = undefined;
    changes.tell();
  });

  function show(still: Still | undefined): void {
    if (frozen?.id === still?.id) return;
    frozen = still;
    changes.tell();
  }

  return {
    key: () => (frozen ? `${frozen.source}/${frozen.id}` : String(stage.source().number)),
    frame: () => (frozen ? stillFrame(frozen, stage) : stage.frame()),
    size: () => frozen ?? stage.size(),
    still: () => frozen,
    freeze: show,
    thaw: () => show(undefined),
    onChange: changes.add,
  };
}

/** A still stands where the picture stands, zoom and all; unless the phone has been turned since. */
function stillFrame(still: Still, stage: Stage): Frame {
  const { width, height } = stage.size();
  const isSameShape = height > 0 && Math.abs(width / height / (still.width / still.height) - 1) < 0.01;
  return isSameShape ? stage.frame() : fitted(still.width, still.height, { x: 0, y: 0, width: stage.root.clientWidth, height: stage.root.clientHeight });
}
