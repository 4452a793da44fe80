/** Where bytes are sent to. The id is made here: a repetition of the same is one entry. */
export function uploadPath(name: string, id: string, kind: 'file' | 'snapshot'): string {
  return `files?${new URLSearchParams({ name, id, kind }).toString()}`;
}
