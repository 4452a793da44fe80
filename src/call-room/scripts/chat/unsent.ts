import { listeners } from '../listeners';

/** Written, but not with the server yet. */
export interface Unsent { readonly id: string; readonly text: string; readonly at: string; state: 'sending' | 'waiting' | 'refused'; reason?: string }

export interface Outbox {
  readonly messages: readonly Unsent[];
  write(text: string): void;
  /** Tries again what waits. */
  retry(): void;
  /** Takes back what was refused, for it to be written anew. */
  discard(id: string): Unsent | undefined;
  onChange(changed: () => void): void;
}

export interface Post {
  /** Resolves to undefined once it is with the server, to a sentence where it is refused; rejects while nobody answers. */
  send(message: Unsent): Promise<string | undefined>;
  newId(): string;
  now(): string;
  /** What outlives a reload of the page. */
  kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  key: string;
}

/** Messages go out one after the other in the order they were written; each has its id from the beginning, so a repetition is no second message. */
export function outbox({ send, newId, now, kept, key }: Post): Outbox {
  const changes = listeners();
  const messages: Unsent[] = remembered();
  let isRunning = false;
  if (messages.length > 0) void run();

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let next = waiting(); next; next = waiting()) {
      next.state = 'sending';
      changed();
      if (!(await attempt(next))) break;
    }
    isRunning = false;
  }

  /** Whether the next one may follow. */
  async function attempt(message: Unsent): Promise<boolean> {
    try {
      const reason = await send(message);
      if (reason === undefined) messages.splice(messages.indexOf(message), 1);
      else Object.assign(message, { state: 'refused', reason });
      return true;
    } catch {
      message.state = 'waiting';
      return false;
    } finally {
      changed();
    }
  }

  function waiting(): Unsent | undefined {
    return messages.find(message => message.state !== 'refused');
  }

  function changed(): void {
    if (messages.length > 0) kept.setItem(key, JSON.stringify(messages));
    else kept.removeItem(key);
    changes.tell();
  }

  function remembered(): Unsent[] {
    const found = kept.getItem(key);
    return found ? (JSON.parse(found) as Unsent[]).map(message => ({ ...message, state: message.state === 'refused' ? 'refused' : 'waiting' })) : [];
  }

  return {
    messages,
    write: text => {
      messages.push({ id: newId(), text, at: now(), state: 'sending' });
      changed();
      void run();
    },
    retry: () => void run(),
    discard: id => {
      const index = messages.findIndex(message => message.id === id);
      const [found] = index < 0 ? [] : messages.splice(index, 1);
      changed();
      return found;
    },
    onChange: changes.add,
  };
}
