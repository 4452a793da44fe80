import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './harness/load.mjs';

const { pieces, outbox, chunkQueue, pack, unpack } = await load('chat/links', 'chat/unsent', 'recording/chunk-queue', 'parcel');

const turn = () => new Promise(done => setImmediate(done));

test('Addresses in a text can be followed, and lead where they say', () => {
  assert.deepEqual(pieces('See https://example.org/a?b=1. (http://example.org/x)'), [
    { text: 'See ' }, { text: 'https://example.org/a?b=1', address: 'https://example.org/a?b=1' }, { text: '. (' },
    { text: 'http://example.org/x', address: 'http://example.org/x' }, { text: ')' },
  ]);
  assert.deepEqual(pieces('https://example.org/A_(b)')[0].text, 'https://example.org/A_(b)');
});

test('Nothing but http and https becomes a link, and no address that hides its host', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'https://bank.example@evil.example/', 'ftp://example.org', 'http://']) {
    assert.ok(pieces(text).every(piece => piece.address === undefined), text);
    assert.equal(pieces(text).map(piece => piece.text).join(''), text);
  }
});

function storage(content = {}) {
  return { content, getItem: key => content[key] ?? null, setItem: (key, value) => void (content[key] = value), removeItem: key => void delete content[key] };
}

function box(send, kept = storage()) {
  let count = 0;
  return outbox({ send, newId: () => `id-${++count}`, now: () => '2026-01-01T00:00:00Z', kept, key: 'k' });
}

test('Messages go out in order, and one that nobody took keeps those behind it waiting', async () => {
  const sent = [];
  let isOffline = true;
  const post = box(async message => {
    if (isOffline) throw new TypeError('offline');
    sent.push(message.text);
  });
  post.write('one');
  post.write('two');
  await turn();
  assert.deepEqual(post.messages.map(message => message.state), ['waiting', 'sending']);
  isOffline = false;
  post.retry();
  await turn();
  assert.deepEqual([sent, post.messages.length], [['one', 'two'], 0]);
});

test('A repetition has the same id, so that it is one message', async () => {
  const seen = [];
  const post = box(async message => {
    seen.push(message.id);
    if (seen.length === 1) throw new TypeError('answer lost');
  });
  post.write('one');
  await turn();
  post.retry();
  await turn();
  assert.deepEqual(seen, ['id-1', 'id-1']);
});

test('What was not sent outlives a reload, what was sent does not', async () => {
  const kept = storage();
  box(async () => { throw new TypeError(); }, kept).write('one');
  await turn();
  const sent = [];
  box(async message => void sent.push(message.text), kept);
  await turn();
  assert.deepEqual([sent, kept.content], [['one'], {}]);
});

test('A refused message says why, lets others pass and can be taken back', async () => {
  const sent = [];
  const post = box(async message => (message.text === 'bad' ? 'The call is over.' : void sent.push(message.text)));
  post.write('bad');
  post.write('good');
  await turn();
  assert.equal(post.messages[0].reason, 'The call is over.');
  assert.deepEqual(sent, ['good']);
  assert.equal(post.discard(post.messages[0].id).text, 'bad');
});

const chunk = text => new Blob([text]);

function queue(answer) {
  const puts = [];
  const pauses = [];
  const made = chunkQueue({
    put: async (index, piece) => {
      puts.push([index, await piece.text()]);
      return answer(index, puts.length);
    },
    pause: async milliseconds => void pauses.push(milliseconds),
  });
  return { ...made, end: made.end, puts, pauses };
}

const ok = () => new Response(null, { status: 204 });

test('Pieces arrive in order, one at a time, and the end says how many there were', async () => {
  const { add, end, puts } = queue(ok);
  for (const text of ['a', 'b', 'c']) add(chunk(text));
  add(chunk(''));
  assert.equal(await end(), 3);
  assert.deepEqual(puts, [[0, 'a'], [1, 'b'], [2, 'c']]);
});

test('A piece that did not get through is sent again, after longer and longer pauses', async () => {
  const { add, end, puts, pauses } = queue((index, count) => {
    if (count <= 2) throw new TypeError('offline');
    return count === 3 ? new Response(null, { status: 503 }) : ok();
  });
  add(chunk('a'));
  add(chunk('b'));
  assert.equal(await end(), 2);
  assert.deepEqual(puts.map(([index]) => index), [0, 0, 0, 0, 1]);
  assert.deepEqual(pauses, [500, 1000, 2000]);
});

test('What the server refuses ends it, and nothing more is sent', async () => {
  const { add, end, puts } = queue(() => new Response(null, { status: 422 }));
  add(chunk('a'));
  add(chunk('b'));
  await assert.rejects(end(), answer => answer.status === 422);
  assert.equal(puts.length, 1);
});

test('Nothing recorded is an end, too', async () => assert.equal(await queue(ok).end(), 0));

test('A parcel is what was packed, and what is none is refused', () => {
  const bytes = new Uint8Array([1, 2, 3]).buffer;
  const { label, content } = unpack(pack({ id: 'a', source: 4 }, bytes));
  assert.deepEqual([label, [...new Uint8Array(content)]], [{ id: 'a', source: 4 }, [1, 2, 3]]);
  for (const broken of [new ArrayBuffer(2), new Uint8Array([0, 0, 0, 9, 1]).buffer, new Uint8Array([0, 0, 0, 1, 65]).buffer]) assert.equal(unpack(broken), undefined);
});
