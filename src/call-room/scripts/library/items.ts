import type { MediaItem } from '../seams';

export type Kind = MediaItem['kind'];
export type Item = MediaItem;

/** One page of the host's own library. */
export async function page(address: string, kind: Kind, query: string, cursor?: string): Promise<{ items: Item[]; nextCursor?: string | null }> {
  const asked = new URLSearchParams({ kind, query, ...(cursor === undefined ? {} : { cursor }) });
  const answer = await fetch(`${address}?${asked.toString()}`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) throw answer;
  return (await answer.json()) as { items: Item[]; nextCursor?: string | null };
}
