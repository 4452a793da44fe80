import { show } from './finding';

const pause = 2_000;

/** The guest rings: which call it is, or undefined when the invitation is over. Without a network it tries again, and says so. */
export async function ring(page: HTMLElement, base: string, token: string): Promise<string | undefined> {
  for (;;) {
    const answer = await fetch(`${base}/ring`, { method: 'POST', headers: { Accept: 'application/json', RequestVerificationToken: token } }).catch(() => undefined);
    if (answer?.ok) return ((await answer.json()) as { callId: string }).callId;
    if (answer && answer.status < 500 && answer.status !== 429) return undefined;
    show(page, '[data-no-network]', true);
    await new Promise(done => setTimeout(done, pause));
    show(page, '[data-no-network]', false);
  }
}
