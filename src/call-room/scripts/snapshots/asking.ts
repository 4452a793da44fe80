import type { Room } from '../seams';

/** How long somebody is waited for who has not even said that they heard; and one who is sending. */
const hearing = 2_500;
const sending = 30_000;

interface About { type: string; id: string }

/** The host asks the guest's browser for the photo. Resolves to whether it was taken and sent. */
export function askingForPhotos({ channel }: Room): (id: string) => Promise<boolean> {
  const waiting = new Map<string, (isSent: boolean | undefined) => void>();
  const hear = (type: string, isSent?: boolean): void => channel.on<Partial<About>>(type, ({ id }) => waiting.get(String(id))?.(isSent));
  hear('snapshot-taking');
  hear('snapshot-sent', true);
  hear('snapshot-failed', false);

  return id => new Promise(done => {
    if (!channel.isOpen) return done(false);
    let timer = setTimeout(() => finish(false), hearing);
    waiting.set(id, isSent => {
      clearTimeout(timer);
      if (isSent === undefined) timer = setTimeout(() => finish(false), sending);
      else finish(isSent);
    });
    channel.send({ type: 'snapshot-wanted', id } as About);

    function finish(isSent: boolean): void {
      waiting.delete(id);
      done(isSent);
    }
  });
}

/** The guest's browser takes it, and says how far it is. */
export function takingPhotos({ channel }: Room, take: (id: string) => Promise<void>): void {
  const say = (type: string, id: string): void => channel.send({ type, id } as About);
  channel.on<Partial<About>>('snapshot-wanted', ({ id }) => {
    if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) return;
    say('snapshot-taking', id);
    take(id).then(() => say('snapshot-sent', id), () => say('snapshot-failed', id));
  });
}
