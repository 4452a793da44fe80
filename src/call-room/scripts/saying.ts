const stays = 7_000;

/** Tells something in passing, to eyes and to screen readers. */
export function saying(page: HTMLElement): (text: string) => void {
  const place = page.querySelector<HTMLElement>('[data-said]')!;
  return text => {
    const said = document.createElement('p');
    said.className = 'room-said';
    said.textContent = text;
    place.append(said);
    setTimeout(() => said.remove(), stays);
  };
}
