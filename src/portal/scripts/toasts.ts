const shownFor = 10_000;

/** Notices with `data-toast` move into the page's live region, so that they are announced; good news leaves by itself. */
export function toasts(root: ParentNode): void {
  const region = document.getElementById('toasts');
  if (!region) return;
  for (const notice of root.querySelectorAll<HTMLElement>('.notice[data-toast]')) {
    notice.removeAttribute('data-toast');
    // The region must stand before its content comes, or nothing is read out.
    setTimeout(() => announce(notice, region), 100);
  }
}

function announce(notice: HTMLElement, region: HTMLElement): void {
  // The region is announced; a second status inside would be read twice.
  notice.removeAttribute('role');
  region.append(notice);
  const close = notice.querySelector<HTMLButtonElement>('.notice-close');
  close?.removeAttribute('hidden');
  close?.addEventListener('click', () => notice.remove());
  if (notice.classList.contains('notice-ok')) leaveLater(notice);
}

function leaveLater(notice: HTMLElement): void {
  setTimeout(() => {
    if (notice.matches(':hover, :focus-within')) leaveLater(notice);
    else notice.remove();
  }, shownFor);
}
