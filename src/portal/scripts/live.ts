// What moves by itself: a page of somebody signed in hears from its node, renews what changed, and leaves when its session has ended.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { renew } from './renew';

// The remote view has a path of its own, and says there that it is over.
const base = document.documentElement.dataset['base'] ?? '';
const left = base ? `${base}/ended` : '/sign-in?ended=true';

const connection = new HubConnectionBuilder()
  .withUrl(`${base}/live`, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: retry => (retry.previousRetryCount === 0 ? 0 : Math.min(1000 * 2 ** retry.previousRetryCount, 15_000)) })
  .configureLogging(LogLevel.None)
  .build();

connection.on('changed', (topic: string, what: string) => {
  if (topic.startsWith('session/') && what === 'ended') leave();
  else renew(what);
});
connection.on('missed', lookAnew);
connection.onreconnecting(leaveIfEnded);
connection.onreconnected(lookAnew);
void connect();

async function connect(isLate = false): Promise<void> {
  try {
    await connection.start();
    await catchUp(isLate);
  } catch {
    await leaveIfEnded();
    setTimeout(connect, 5_000, true);
  }
}

/** What happened between the page's making and its connecting, no event has told it. Events are kept for minutes only: whoever is late looks at everything. */
async function catchUp(isLate: boolean): Promise<void> {
  const snapshot = document.documentElement.dataset['snapshot'];
  const changed = snapshot && !isLate ? await connection.invoke<string[] | null>('Since', snapshot).catch(() => null) : null;
  if (changed) changed.forEach(what => renew(what));
  else renew();
}

async function lookAnew(): Promise<void> {
  await leaveIfEnded();
  renew();
}

/** A lost connection says nothing about why: the session may have ended, or the line. */
async function leaveIfEnded(): Promise<void> {
  const answer = await fetch(`${base}/live/session`, { cache: 'no-store' }).catch(() => undefined);
  if (answer?.status === 401) leave();
}

/** Whoever has just pressed a button (to sign out, say) gets that button's answer. */
function leave(): void {
  if (!document.querySelector('form[data-sending]')) location.assign(left);
}
