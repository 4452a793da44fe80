import { roomMarkup } from './room-markup';
import type { Side } from '../../../src/call-room/scripts/sides';

/** The least that a room's page has: where the picture stands, and where things are said. The pages themselves are tested with the server. */
export function pageOf(side: Side): HTMLElement {
  const page = document.createElement('main');
  page.className = 'room';
  page.dataset['side'] = side;
  page.dataset['view'] = 'call';
  page.innerHTML = `
    <div class="room-stage" data-stage><video playsinline muted></video><canvas></canvas></div>
    <audio data-remote-sound autoplay></audio>
    <div data-said role="status"></div>${roomMarkup()}`;
  return page;
}
