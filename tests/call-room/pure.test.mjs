// What needs no browser: read from the same sources.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';

let folder, room;

before(async () => {
  globalThis.DOMRectReadOnly ??= class {
    constructor(x, y, width, height) { Object.assign(this, { x, y, width, height }); }
  };
  folder = await mkdtemp(join(tmpdir(), 'call-room-'));
  const names = ['coaching', 'device-name', 'device-problems', 'judging', 'levels', 'stage', 'still'];
  const contents = names.map(name => `export * from './${name}';`).join('\n');
  const resolveDir = new URL('../../src/call-room/scripts', import.meta.url).pathname;
  await build({ stdin: { contents, resolveDir, loader: 'ts' }, bundle: true, format: 'esm', outfile: join(folder, 'room.mjs'), logLevel: 'warning' });
  room = await import(join(folder, 'room.mjs'));
});
after(() => rm(folder, { recursive: true, force: true }));

const safariOnPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const chromeOnAndroid = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';
const facebookOnPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 [FBAN/FBIOS;FBAV/490.0]';
const androidView = 'Mozilla/5.0 (Linux; Android 14; SM-S911B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/142.0.0.0 Mobile Safari/537.36 Instagram 350.0';
const edgeOnWindows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0';
const safariOnMac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15';
const firefoxOnLinux = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

test('A refusal is told apart: browser, system, messenger, nothing there, in use (CA-1)', () => {
  const of = (name, message, agent = chromeOnAndroid) => room.problemOf({ name, message }, agent);
  assert.equal(of('NotAllowedError', 'Permission denied'), 'browser');
  assert.equal(of('NotAllowedError', 'Permission dismissed'), 'dismissed');
  assert.equal(of('NotAllowedError', 'Permission denied by system', safariOnMac), 'system');
  assert.equal(of('NotAllowedError', 'Permission denied', facebookOnPhone), 'in_app');
  assert.equal(of('NotAllowedError', 'Permission denied', androidView), 'in_app');
  assert.equal(of('NotFoundError', 'Requested device not found'), 'missing');
  assert.equal(of('NotReadableError', 'Could not start video source'), 'in_use');
  assert.equal(of('NotSupportedError', ''), 'unsupported');
  assert.equal(of('NotSupportedError', '', facebookOnPhone), 'in_app');
});

test('A device is called by its browser and its system', () => {
  const named = (agent, touches) => room.nameOf(room.deviceOf(agent, touches));
  assert.equal(named(chromeOnAndroid), 'Chrome, Android');
  assert.equal(named(safariOnPhone), 'Safari, iOS');
  assert.equal(named(edgeOnWindows), 'Edge, Windows');
  assert.equal(named(safariOnMac, 0), 'Safari, macOS');
  assert.equal(named(safariOnMac, 5), 'Safari, iOS');
  assert.equal(named(firefoxOnLinux), 'Firefox, Linux');
  assert.deepEqual(room.deviceFrom('Chrome, Android'), { browser: 'Chrome', system: 'Android' });
  assert.deepEqual(room.deviceFrom(undefined), { browser: '', system: '' });
});

test('The coach teaches what this browser needs', () => {
  assert.equal(room.lessonFor('browser', room.deviceOf(chromeOnAndroid)), 'browser-chromium-phone');
  assert.equal(room.lessonFor('browser', room.deviceOf(safariOnPhone)), 'browser-safari-phone');
  assert.equal(room.lessonFor('browser', room.deviceOf(firefoxOnLinux)), 'browser-firefox');
  assert.equal(room.lessonFor('browser', room.deviceOf(edgeOnWindows)), 'browser-chromium');
  assert.equal(room.lessonFor('system', room.deviceOf(safariOnMac)), 'system-mac');
  assert.equal(room.lessonFor('system', room.deviceOf(firefoxOnLinux)), 'system-other');
  assert.equal(room.lessonFor('in_app', room.deviceOf(facebookOnPhone)), 'in-app');
});

const calm = { rtt: 0.05, lossIn: 0, lossOut: 0, room: 3_000_000, freezes: 0, relay: false, width: 1280, height: 720 };

test('On a bad line the picture gives way at once and comes back only after a while (CA-7)', () => {
  let pace = { step: 0, calm: 0 };
  const look = sample => (pace = room.nextPace(pace, { ...calm, ...sample }, room.cameraSteps));
  for (let n = 0; n < 10; n++) look({ lossOut: 0.2 });
  assert.equal(room.cameraSteps[pace.step].isPaused, true, 'it stands still in the end, and the voice has the line for itself');
  for (let n = 0; n < 4; n++) look({});
  assert.equal(room.cameraSteps[pace.step].isPaused, true);
  look({});
  assert.equal(room.cameraSteps[pace.step].isPaused, undefined);
  for (let n = 0; n < 40; n++) look({});
  assert.equal(pace.step, 0);
  look({ room: 40_000 });
  assert.equal(pace.step, 1);
});

test('A long way makes nothing worse; one that becomes longer makes the picture small, but not still', () => {
  let pace = { step: 0, calm: 0 };
  const look = sample => (pace = room.nextPace(pace, { ...calm, ...sample }, room.cameraSteps));
  for (let n = 0; n < 20; n++) look({ rtt: 1.4 });
  assert.equal(pace.step, 0);
  for (let n = 0; n < 20; n++) look({ rtt: 2.5 });
  assert.equal(pace.step, room.cameraSteps.length - 2);
});

test('A line is judged by its delay and its loss', () => {
  assert.equal(room.judge(calm), 'good');
  assert.equal(room.judge({ ...calm, rtt: 0.4 }), 'fair');
  assert.equal(room.judge({ ...calm, lossIn: 0.2 }), 'poor');
});

test('The picture stands whole in its place, and nearer where one looks (CA-2)', () => {
  const place = { width: 1000, height: 500 };
  const at = view => {
    const { x, y, width, height } = room.frameOf(place, { width: 640, height: 480 }, { zoom: 1, x: 0.5, y: 0.5, ...view });
    return [x, y, width, height].map(value => Math.round(value) + 0);
  };
  assert.deepEqual(at({}), [167, 0, 667, 500]);
  assert.deepEqual(at({ zoom: 2 }), [-167, -250, 1333, 1000]);
  assert.deepEqual(at({ zoom: 2, x: 0, y: 0 }), [0, 0, 1333, 1000]);
  assert.deepEqual(at({ zoom: 2, x: 1, y: 1 }), [-333, -500, 1333, 1000]);
});

test("A photo is cut to what the video shows, so that marks stay where they are (CA-6)", () => {
  assert.deepEqual(room.cut({ width: 4000, height: 3000 }, 16 / 9), { x: 0, y: 375, width: 4000, height: 2250 });
  assert.deepEqual(room.cut({ width: 4000, height: 3000 }, 9 / 16), { x: 1156.25, y: 0, width: 1687.5, height: 3000 });
});

test('A voice moves the bar, silence does not', () => {
  assert.equal(room.levelOf(new Float32Array(1024)), 0);
  assert.ok(room.levelOf(new Float32Array(1024).fill(0.1)) > 0.6);
});
