/** On a wide screen the navigation is no drawer: an open one is closed when the window grows. */
export function drawer(): void {
  matchMedia('(min-width: 60rem)').addEventListener('change', () => {
    document.querySelectorAll<HTMLElement>('.navigation:popover-open').forEach(navigation => navigation.hidePopover());
  });
}
