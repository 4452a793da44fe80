// Scripts hold no sentence: each that they say, and each lesson of the coach, stands on the pages.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const scripts = new URL('../../src/call-room/scripts/', import.meta.url);
const pages = new URL('../../src/RemoteSupport/Features/Calls/', import.meta.url);

async function read(folder, ending) {
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith(ending));
  return (await Promise.all(names.map(name => readFile(new URL(name, folder), 'utf8')))).join('\n');
}

const all = (text, pattern) => new Set([...text.matchAll(pattern)].map(match => match[1]));

test("Every word of the scripts stands on the room's pages", async () => {
  const [said, written] = await Promise.all([read(scripts, '.ts'), read(pages, '.cshtml')]);
  const there = all(written, /data-words="([a-z0-9-]+)"/g);
  const wanted = all(said, /word\((?:room\.)?page, '([a-z0-9-]+)'/g);
  assert.ok(wanted.size >= 5);
  assert.deepEqual([...wanted].filter(name => !there.has(name)), []);
});

test("Every lesson that the coach knows stands on the room's pages", async () => {
  const [coaching, written] = await Promise.all([readFile(new URL('coaching.ts', scripts), 'utf8'), read(pages, '.cshtml')]);
  const there = all(written, /data-lesson="([a-z-]+)"/g);
  const wanted = all(coaching, /'((?:browser|system)-[a-z-]+|dismissed|in-app|missing|in-use|unsupported)'/g);
  assert.deepEqual([...wanted].filter(name => !there.has(name)), []);
  assert.deepEqual([...there].filter(name => !wanted.has(name)), []);
});
