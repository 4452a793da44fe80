import type { Kind } from './items';

const keys: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Photos, videos, documents: arrow keys go from tab to tab. */
export function tabs(dialog: HTMLElement, changed: () => void): () => Kind {
  const all = [...dialog.querySelectorAll<HTMLElement>('[role="tab"]')];
  const panel = dialog.querySelector<HTMLElement>('[role="tabpanel"]')!;
  let chosen = all[0]!;

  for (const tab of all) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', event => {
      const step = keys[event.key];
      if (!step) return;
      const next = all[(all.indexOf(tab) + step + all.length) % all.length]!;
      next.focus();
      choose(next);
    });
  }
  show();

  function choose(tab: HTMLElement): void {
    if (tab === chosen) return;
    chosen = tab;
    show();
    changed();
  }

  function show(): void {
    for (const tab of all) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', chosen.id);
  }

  return () => chosen.dataset['kind'] as Kind;
}
