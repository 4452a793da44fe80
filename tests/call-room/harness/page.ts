// What runs in the harness's page: a room between two pages of this test, with signals and a server that are functions of the test's own process.
import { openRoom, type WholeRoom } from '../../../src/call-room/scripts/room';
import { listeners } from '../../../src/call-room/scripts/listeners';
import type { RoomState, Server } from '../../../src/call-room/scripts/seams';
import type { Side } from '../../../src/call-room/scripts/sides';
import type { Signal, Signals } from '../../../src/call-room/scripts/signals';
import { pageOf } from './markup';

declare const tellOther: (signal: string) => Promise<void>;
declare const askServer: (method: string, path: string, body: unknown) => Promise<{ status: number; body: unknown }>;

const heard = listeners<[Signal]>();
const entered = listeners();
const changed = listeners();
const lost = listeners();
const takenOver = listeners();
let isConnected = false;

const signals: Signals = {
  send: signal => void (isConnected && tellOther(JSON.stringify(signal))),
  onSignal: heard.add,
  onEntered: entered.add,
  onLost: lost.add,
  onChanged: changed.add,
  onTakenOver: takenOver.add,
  leave: () => void (isConnected = false),
};

const server: Server = {
  state: async () => (await askServer('GET', 'state', null)).body as RoomState,
  post: (path, body) => answer('POST', path, body ?? null),
  put: async (path, body) => answer('PUT', path, await bytes(body)),
  upload: async (path, body, progress) => (progress?.(1), answer('POST', path, await bytes(body))),
  url: path => path,
};

async function answer(method: string, path: string, body: unknown): Promise<Response> {
  const { status, body: content } = await askServer(method, path, body);
  return new Response(content === undefined || content === null ? null : JSON.stringify(content), { status, headers: { 'Content-Type': 'application/json' } });
}

/** As base64: that is how bytes get out of a page. */
async function bytes(body: Blob): Promise<string> {
  const all = new Uint8Array(await body.arrayBuffer());
  let text = '';
  for (let from = 0; from < all.length; from += 8192) text += String.fromCharCode(...all.subarray(from, from + 8192));
  return btoa(text);
}

/** What the test's process calls. */
export const hear = (signal: string): void => heard.tell(JSON.parse(signal) as Signal);
export const somethingChanged = (): void => changed.tell();
export const takeOver = (): void => takenOver.tell();

export function connect(): void {
  isConnected = true;
  entered.tell();
}

export function disconnect(): void {
  isConnected = false;
  lost.tell();
}

/** The room, for the test to look into; parts of it are put on by the test ("parts"), since each test is about some of them. */
export let room: WholeRoom;

export async function open(side: Side): Promise<void> {
  const page = pageOf(side, await (await fetch(`/tools/${side}`)).json());
  document.body.append(page);
  room = openRoom({ side, page, state: await server.state(), server, signals });
}

export * from './parts';
