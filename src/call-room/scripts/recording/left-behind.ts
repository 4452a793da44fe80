import type { Room } from '../seams';

/** This page was opened anew while a recording ran, or was asked for: what the server has of it is what there is. It is closed, and can be watched soon. */
export async function leftBehind({ server, state }: Room): Promise<void> {
  const { recording } = state;
  if (!recording || recording.state === 'joining') return;
  const answer = await fetch(server.url(`recordings/${recording.id}`), { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return;
  const { chunks } = (await answer.json()) as { chunks: number };
  // If this is lost, the server does it by itself a minute later.
  await server.post(`recordings/${recording.id}/finish`, { chunks }).catch(() => undefined);
}
