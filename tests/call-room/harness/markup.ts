import { roomMarkup } from './room-markup';
import type { Side } from '../../../src/call-room/scripts/sides';

/** The least that a room's page has: where the picture stands, where things are said, and the tools' own parts. The pages themselves are tested with the server. */
export function pageOf(side: Side, tools: { picture: string; rest: string }): HTMLElement {
  const page = document.createElement('main');
  page.className = 'room';
  page.dataset['side'] = side;
  page.dataset['chat'] = side === 'host' ? 'open' : '';
  page.innerHTML = `
    <div class="room-middle ground-dark">${tools.picture}<div class="room-stage" data-stage><video playsinline muted></video><canvas></canvas></div></div>
    ${tools.rest}
    <audio data-remote-sound autoplay></audio>
    <div class="room-saying" data-said role="status"></div>${roomMarkup()}`;
  for (const part of page.querySelectorAll<HTMLElement>('[data-of~="in_call"]')) part.hidden = false;
  return page;
}
