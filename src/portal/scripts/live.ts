// What moves by itself: a page of somebody signed in hears from its node, and leaves when its session has ended.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const left = '/sign-in?ended=true';

const connection = new HubConnectionBuilder()
  .withUrl('/live', { skipNegotiation: true, transport: HttpTransportType.WebSockets })
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: retry => Math.min(1000 * 2 ** retry.previousRetryCount, 15_000) })
  .configureLogging(LogLevel.None)
  .build();

connection.on('changed', (topic: string, what: string) => {
  if (topic.startsWith('session/') && what === 'ended') leave();
});
connection.on('missed', leaveIfEnded);
connection.onreconnecting(leaveIfEnded);
connection.onreconnected(leaveIfEnded);
void connect();

async function connect(): Promise<void> {
  try {
    await connection.start();
  } catch {
    await leaveIfEnded();
    setTimeout(connect, 5_000);
  }
}

/** A lost connection says nothing about why: the session may have ended, or the line. */
async function leaveIfEnded(): Promise<void> {
  const answer = await fetch('/live/session', { cache: 'no-store' }).catch(() => undefined);
  if (answer?.status === 401) leave();
}

/** Whoever has just pressed a button (to sign out, say) gets that button's answer. */
function leave(): void {
  if (!document.querySelector('form[data-sending]')) location.assign(left);
}
