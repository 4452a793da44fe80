// What was recorded goes to the server piece by piece and in order, while the recording runs.

export interface ChunkQueue {
  add(chunk: Blob): void;
  /** No more comes. Resolves with how many there were when all are there; rejects when the server does not want them. */
  end(): Promise<number>;
  /** Pieces that the server does not have yet. */
  readonly left: number;
}

export interface Sending {
  put(index: number, chunk: Blob): Promise<Response>;
  /** Waits, or less long when the network is back. */
  pause(milliseconds: number): Promise<void>;
  changed?(left: number): void;
  /** The server wants no more of it. */
  refused?(refusal: Response): void;
}

const longestPause = 8_000;

/** One piece is on its way at a time; a lost network is waited for as long as it takes. What the server refuses ends it. */
export function chunkQueue({ put, pause, changed, refused }: Sending): ChunkQueue {
  const chunks: Blob[] = [];
  let sent = 0;
  let total = 0;
  let isEnded = false;
  let isRunning = false;
  let refusal: Response | undefined;
  let resolve: (count: number) => void;
  let reject: (refusal: unknown) => void;
  const end = new Promise<number>((done, refused) => [resolve, reject] = [done, refused]);
  // A refusal while nobody waits for the end is kept for whoever will.
  end.catch(() => undefined);

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    let failures = 0;
    while (chunks.length > 0 && refusal === undefined) {
      const how = await send(sent, chunks[0]!);
      if (how === 'sent') {
        chunks.shift();
        sent++;
        failures = 0;
        changed?.(chunks.length);
      } else if (how === 'later') await pause(Math.min(longestPause, 500 * 2 ** failures++));
      else refuse(how);
    }
    isRunning = false;
    settle();
  }

  async function send(index: number, chunk: Blob): Promise<'sent' | 'later' | Response> {
    const answer = await put(index, chunk).catch(() => undefined);
    if (answer?.ok) return 'sent';
    return !answer || isPassing(answer.status) ? 'later' : answer;
  }

  function refuse(answer: Response): void {
    refusal = answer;
    refused?.(answer);
  }

  function settle(): void {
    if (refusal !== undefined) reject(refusal);
    else if (isEnded && chunks.length === 0) resolve(total);
  }

  return {
    add: chunk => {
      if (chunk.size === 0 || refusal !== undefined) return;
      chunks.push(chunk);
      total++;
      changed?.(chunks.length);
      void run();
    },
    end: () => {
      isEnded = true;
      if (!isRunning) settle();
      return end;
    },
    get left() { return chunks.length; },
  };
}

/** The server is away, busy, or asks for patience: the same piece again, later. */
const isPassing = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;
