import type { RoomState, Server } from './seams';

/** A refusal of the room's server, with the sentence that it gave. */
export class Refused extends Error {
  constructor(readonly status: number, readonly detail: string) {
    super(`${status} ${detail}`);
  }
}

/** The room's addresses below the page's base; unsafe ones carry the page's form token. */
export function httpServer(address: string, token: string): Server {
  const url = (path: string): string => (path ? `${address}/${path}` : address);

  async function state(): Promise<RoomState> {
    const answer = await fetch(url('state'), { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (!answer.ok) throw new Refused(answer.status, '');
    return (await answer.json()) as RoomState;
  }

  /** Small ones are sent also while the page goes away. */
  const post = (path: string, body?: unknown): Promise<Response> =>
    fetch(url(path), {
      method: 'POST',
      headers: { ...asked, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      keepalive: JSON.stringify(body ?? null).length < 8_000,
    });

  const asked = { Accept: 'application/json', RequestVerificationToken: token };

  const put = (path: string, body: Blob): Promise<Response> => fetch(url(path), { method: 'PUT', headers: { ...asked, 'Content-Type': body.type || 'application/octet-stream' }, body });

  return { state, post, put, upload: (path, body, progress) => upload(url(path), asked, body, progress), url };
}

/** fetch does not say how far it is. */
function upload(address: string, headers: Record<string, string>, body: Blob, progress?: (part: number) => void): Promise<Response> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('Content-Type', body.type || 'application/octet-stream');
    request.upload.addEventListener('progress', event => event.lengthComputable && progress?.(event.loaded / event.total));
    request.addEventListener('load', () => {
      const hasBody = request.status !== 204 && request.status !== 304;
      done(new Response(hasBody ? request.responseText : null, { status: request.status, headers: { 'Content-Type': request.getResponseHeader('Content-Type') ?? '' } }));
    });
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => failed(new TypeError('The upload did not get through.')));
    request.send(body);
  });
}
