import { log } from './chat/log';
import { chatSheet } from './chat/sheet';
import { typed, typing } from './chat/typing';
import { unread } from './chat/unread';
import { outbox, type Unsent } from './chat/unsent';
import { refusalOf } from './refusals';
import type { Room } from './seams';

const again = 5_000;

/** What both write beside the picture; it stays as the call's history (CA-6). */
export function chat(room: Room): void {
  const { page, server, state } = room;
  const form = page.querySelector<HTMLFormElement>('[data-chat-form]')!;
  const field = form.querySelector('textarea')!;
  const box = outbox({ send, newId: () => crypto.randomUUID(), now: () => new Date().toISOString(), kept: sessionStorage, key: `unsent/${state.call}/${room.side}` });

  log(room, box);
  unread(room, chatSheet(page));
  typing(room, field);
  form.addEventListener('submit', event => {
    event.preventDefault();
    write();
  });
  field.addEventListener('keydown', event => {
    // A phone's Enter begins a new line: there the button is under the thumb.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !matchMedia('(pointer: fine)').matches) return;
    event.preventDefault();
    write();
  });
  page.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>('[data-send-again], [data-take-back]');
    if (button) put(button);
  });
  addEventListener('online', box.retry);
  room.onState(box.retry);
  setInterval(box.retry, again);

  function write(): void {
    const text = field.value.trim();
    if (!text) return;
    field.value = '';
    field.focus({ preventScroll: true });
    typed(room);
    box.write(text);
  }

  async function send({ id, text }: Unsent): Promise<string | undefined> {
    const answer = await server.post('chat', { id, text });
    if (answer.ok) return undefined;
    if (answer.status >= 500 || answer.status === 408 || answer.status === 429) throw answer;
    return refusalOf(page, answer, 'chat-refused');
  }

  function put(button: HTMLElement): void {
    if ('sendAgain' in button.dataset) return box.retry();
    const taken = box.discard(button.closest<HTMLElement>('[data-unsent-id]')?.dataset['unsentId'] ?? '');
    if (!taken) return;
    field.value = [taken.text, field.value].filter(Boolean).join('\n');
    field.focus();
  }
}
