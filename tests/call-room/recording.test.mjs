import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { startBrowser } from './harness/browser.mjs';
import { Call, meet, moves } from './harness/pair.mjs';
import { serve } from './harness/serve.mjs';

const parts = ['showPicture', 'annotations', 'freezing', 'recording'];
const run = promisify(execFile);

let browser, site;

before(async () => ([browser, site] = await Promise.all([startBrowser(), serve()])));
after(async () => {
  await browser?.close();
  site?.close();
});

/** A server that keeps recordings as the real one does. */
async function meetToRecord() {
  const call = new Call();
  call.chunks = [];
  call.finished = [];
  call.answers['POST recordings'] = async () => {
    await call.change({ recording: { id: 'r1', state: 'asking' } });
    return { status: 201, body: { id: 'r1', state: 'asking' } };
  };
  call.answers['POST recordings/r1/consent'] = async ({ accepted }) => {
    await call.change({ recording: accepted ? { id: 'r1', state: 'running', startedAt: new Date().toISOString() } : null });
    return { status: 204 };
  };
  call.answers['POST recordings/r1/finish'] = async body => {
    call.finished.push(body);
    await call.change({ recording: null });
    return { status: 204 };
  };
  for (let index = 0; index < 60; index++) call.answers[`PUT recordings/r1/chunks/${index}`] = body => {
    if (call.fails?.(index)) return { status: 503 };
    call.chunks.push([index, body]);
    return { status: 204 };
  };
  const room = await meet(browser, site.address, { call, host: { parts }, guest: { parts } });
  await moves(room.host);
  return room;
}

async function until(page, holds, what) {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return;
    await page.waitForTimeout(50);
  }
  assert.fail(what);
}

async function probe(chunks) {
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  try {
    const file = join(folder, 'joined.webm');
    await writeFile(file, Buffer.concat(chunks.map(([, bytes]) => Buffer.from(bytes, 'base64'))));
    const { stdout } = await run('ffprobe', ['-v', 'error', '-count_packets', '-show_entries', 'stream=codec_type,nb_read_packets,width,height', '-of', 'json', file]);
    return JSON.parse(stdout).streams;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const hasFfprobe = await run('ffprobe', ['-version']).then(() => true, () => false);

test('The guest is asked; then picture and both voices go to the server in pieces, and both see that it is recorded (CA-3)', async () => {
  const { host, guest, call, close } = await meetToRecord();
  // The first answer gets lost twice: pieces are sent again, and in order.
  let failures = 2;
  call.fails = index => index === 1 && failures-- > 0;
  await host.click('[data-record]');
  await guest.getByText('May this call be recorded?').waitFor();
  assert.equal(await host.locator('[data-recorded]').isVisible(), false);
  await guest.click('[data-consent="yes"]');
  for (const page of [host, guest]) await page.locator('[data-recorded]').waitFor();
  await until(host, () => call.chunks.length >= 2, 'No pieces came.');
  await host.evaluate(() => {
    const { board } = harness.easelOf(harness.room);
    board.put({ id: 'a', side: 'host', tool: 'arrow', colour: 'sky', shape: 1.5, spots: [{ x: 0.1, y: 0.1 }, { x: 0.3, y: 0.4 }] });
    board.finish('a');
  });
  await until(host, () => call.chunks.length >= 3, 'No pieces came.');
  await host.click('[data-record]');
  await until(host, () => call.finished.length > 0, 'It was not finished.');
  assert.deepEqual(call.chunks.map(([index]) => index), [...call.chunks.keys()]);
  assert.deepEqual(call.finished, [{ chunks: call.chunks.length }]);
  const events = call.asked.filter(({ path }) => path === 'recordings/r1/events').flatMap(({ body }) => body.events);
  assert.deepEqual(events.map(event => event.kind), ['picture', 'mark']);
  assert.ok(events[1].at > 1_000 && events[1].mark.id === 'a', JSON.stringify(events));
  for (const page of [host, guest]) await page.locator('[data-recorded]').waitFor({ state: 'hidden' });
  if (hasFfprobe) {
    const streams = await probe(call.chunks);
    const [video, audio] = ['video', 'audio'].map(type => streams.find(stream => stream.codec_type === type));
    assert.ok(Number(video.nb_read_packets) > 10 && Number(audio.nb_read_packets) > 50, JSON.stringify(streams));
  }

  assert.deepEqual([host.complaints, guest.complaints], [[], []]);
  await close();
});

test('A refusal keeps the call and records nothing', async () => {
  const { host, guest, call, close } = await meetToRecord();
  await host.click('[data-record]');
  await guest.click('[data-consent="no"]');
  await host.getByText('Customer X does not want the call to be recorded.').waitFor();
  await host.getByText('Record the call').waitFor();
  assert.equal(call.asked.some(({ path }) => path.includes('chunks')), false);
  assert.equal(await host.evaluate(() => harness.room.repair.line), 'connected');
  await close();
});

test('The question can be taken back', async () => {
  const { host, guest, call, close } = await meetToRecord();
  await host.click('[data-record]');
  await guest.getByText('May this call be recorded?').waitFor();
  await host.click('[data-record]');
  await guest.getByText('May this call be recorded?').waitFor({ state: 'hidden' });
  assert.deepEqual(call.finished, [{ chunks: 0 }]);
  await close();
});

test('The film goes on through another picture and a repaired line, and a call that ends finishes it', async () => {
  const { host, guest, call, close } = await meetToRecord();
  await host.click('[data-record]');
  await guest.click('[data-consent="yes"]');
  await until(host, () => call.chunks.length >= 1, 'No pieces came.');
  const size = await host.evaluate(() => harness.room.stage.size());
  await host.evaluate(() => harness.room.meetings.restart?.());
  await guest.evaluate(() => harness.room.media.showScreen(Object.assign(document.createElement('canvas'), { width: 300, height: 600 }).captureStream(10)));
  const before = call.chunks.length;
  await until(host, () => call.chunks.length >= before + 2, 'It stopped with the switch.');
  await call.change({ state: 'done' });
  await until(host, () => call.finished.length > 0, 'It was not finished.');
  assert.deepEqual(call.finished, [{ chunks: call.chunks.length }]);
  if (hasFfprobe) {
    const video = (await probe(call.chunks)).find(stream => stream.codec_type === 'video');
    // As it began: what comes later is fitted in.
    assert.deepEqual([video.width, Math.round(video.height)], [1280, 2 * Math.round((1280 * size.height) / size.width / 2)]);
  }

  await close();
});

test('A page opened anew closes what the last one left', async () => {
  const call = new Call({ state: { recording: { id: 'r1', state: 'running', startedAt: new Date().toISOString() } } });
  const room = await meet(browser, site.address, { call, host: { parts: ['showPicture'] }, guest: { parts: ['showPicture'] } });
  await room.host.route('**/recordings/r1', route => route.fulfill({ json: { state: 'running', chunks: 7 } }));
  await room.host.evaluate(() => harness.recording(harness.room));
  await until(room.host, () => call.asked.some(({ path, body }) => path === 'recordings/r1/finish' && body.chunks === 7), 'It was not finished.');
  await room.close();
});
