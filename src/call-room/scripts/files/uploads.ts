import { copyOf, fill, sizeOf } from '../chat/templates';
import { answered, refusalOf } from '../refusals';
import type { Room } from '../seams';
import { word } from '../words';
import { uploadPath } from './sending';

/** Sends files one after the other; each shows how far it is, and why it failed. */
export function uploads(room: Room): (files: readonly File[]) => void {
  const { page, server } = room;
  const list = page.querySelector<HTMLElement>('[data-uploads]')!;
  let last: Promise<void> = Promise.resolve();
  let going = 0;
  addEventListener('beforeunload', event => {
    if (going > 0) event.preventDefault();
  });
  return files => files.forEach(file => begin(file, crypto.randomUUID()));

  function begin(file: File, id: string): void {
    const item = copyOf('chat-upload');
    fill(item, 'name', file.name);
    fill(item, 'size', sizeOf(file.size));
    list.append(item);
    item.querySelector('[data-upload-away]')?.addEventListener('click', () => item.remove());
    item.querySelector('[data-upload-again]')?.addEventListener('click', () => queue(item, file, id));
    const { largest } = room.state.files;
    if (file.size > largest) refuse(item, word(page, 'file-too-large', sizeOf(largest)), false);
    else if (file.size === 0) refuse(item, word(page, 'file-empty'), false);
    else queue(item, file, id);
  }

  function queue(item: HTMLElement, file: File, id: string): void {
    going++;
    item.dataset['upload'] = 'going';
    last = last.then(() => send(item, file, id)).finally(() => going--);
  }

  async function send(item: HTMLElement, file: File, id: string): Promise<void> {
    const bar = item.querySelector('progress')!;
    bar.value = 0;
    try {
      await answered(server.upload(uploadPath(file.name || word(page, 'pasted-file'), id, 'file'), file, part => bar.value = part));
      item.remove();
      room.say(word(page, 'file-sent', file.name));
    } catch (failed) {
      // What the server has judged is judged; a lost line may be better next time.
      const isJudged = failed instanceof Response && failed.status < 500;
      refuse(item, await refusalOf(page, failed, 'file-failed'), !isJudged);
    }
  }

  function refuse(item: HTMLElement, reason: string, mayRepeat: boolean): void {
    item.dataset['upload'] = mayRepeat ? 'failed' : 'refused';
    fill(item, 'reason', reason);
    room.say(reason);
  }
}
