import { copyOf, fill, sizeOf } from '../chat/templates';
import type { Entry, MediaItem, Room } from '../seams';
import { word } from '../words';

/** Shows large what the other side has sent, as it comes; and anything of the chat that is pressed. The call goes on beneath, its buttons stay in reach. */
export function showing({ page, server, side, state, onState }: Room): void {
  const viewer = page.querySelector<HTMLDialogElement>('[data-viewer]')!;
  const said = page.querySelector<HTMLElement>('[data-viewer-said]')!;
  const content = viewer.querySelector<HTMLElement>('[data-viewer-content]')!;
  const known = new Set(state.entries.map(entry => entry.id));
  let entries: readonly Entry[] = state.entries;
  let opener: HTMLElement | null | undefined;

  onState(now => {
    entries = now.entries;
    for (const entry of entries.filter(one => !known.has(one.id))) {
      known.add(entry.id);
      if (isFor(entry)) appear(entry);
    }
  });
  page.addEventListener('click', event => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-shows]');
    const entry = pressed && entries.find(one => one.id === pressed.dataset['shows']);
    if (!entry?.media) return;
    opener = pressed;
    show(entry.media);
    viewer.querySelector<HTMLElement>('[data-viewer-close]')?.focus();
  });
  viewer.addEventListener('click', event => {
    if ((event.target as Element).closest('[data-viewer-close]')) close();
  });
  viewer.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });

  /** Snapshots and recordings are made by both; a file is sent by one to the other. */
  const isFor = (entry: Entry): boolean => entry.media !== undefined && entry.kind === 'file' && entry.side !== side && entry.side !== 'system';

  /** By itself: the focus stays where somebody may be writing. */
  function appear({ author, media }: Entry): void {
    opener = undefined;
    show(media!);
    // The viewer shows it; a notice would only cover it.
    said.textContent = word(page, 'file-came', author ?? '', media!.name);
  }

  function show(media: MediaItem): void {
    const shown = copyOf(`viewer-${media.kind}`);
    const address = server.url(`media/${media.id}`);
    fill(shown, 'name', media.name);
    fill(shown, 'size', sizeOf(media.size));
    for (const player of shown.querySelectorAll<HTMLImageElement | HTMLVideoElement>('img, video')) {
      player.src = address;
      if (player instanceof HTMLImageElement) player.alt = media.name;
    }
    fill(viewer, 'viewer-name', media.name);
    viewer.querySelector<HTMLAnchorElement>('[data-viewer-download]')!.href = `${address}?save=true`;
    content.replaceChildren(shown);
    if (!viewer.open) viewer.show();
    page.toggleAttribute('data-viewing', true);
  }

  function close(): void {
    viewer.close();
    content.replaceChildren();
    page.removeAttribute('data-viewing');
    if (opener?.isConnected) opener.focus();
  }
}
