import { word } from './words';

/** Why something failed, in words: the server's own where it refused, else the page's. */
export async function refusalOf(page: ParentNode, failed: unknown, words: string): Promise<string> {
  if (!(failed instanceof Response)) return word(page, words);
  const problem = (await failed.json().catch(() => undefined)) as { detail?: unknown } | undefined;
  return typeof problem?.detail === 'string' && failed.status < 500 ? problem.detail : word(page, words);
}

/** An answer that is none is a failure like no answer. */
export async function answered(asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  if (!answer.ok) throw answer;
  return answer;
}
