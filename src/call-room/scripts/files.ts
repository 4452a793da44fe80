import { dropping } from './files/dropping';
import { uploads } from './files/uploads';
import { showing } from './files/viewer';
import type { Room } from './seams';

/** A picture, video or document that one side sends appears on the other's screen by itself (CA-4). */
export function files(room: Room): void {
  const { page, state } = room;
  const send = uploads(room);
  const field = page.querySelector<HTMLInputElement>('[data-file-field]')!;
  field.accept = state.files.accept;

  page.addEventListener('click', event => {
    if ((event.target as Element).closest('[data-file-open]')) field.click();
  });
  field.addEventListener('change', () => {
    send([...(field.files ?? [])]);
    // The same file may be chosen again.
    field.value = '';
  });
  dropping(page, send);
  showing(room);
}
