// What both sides look at, and what becomes of it when devices are refused, turned off, switched or a screen takes their place.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './harness/browser.mjs';
import { Call, connected, enter, meet, moves } from './harness/pair.mjs';
import { serve } from './harness/serve.mjs';

let browser, site;
const parts = ['showPicture', 'soundAndPicture', 'screenSharing', 'coach'];
const sides = { host: { parts }, guest: { parts } };

before(async () => {
  const flags = ['!--use-fake-device-for-media-stream', '--use-fake-device-for-media-stream=device-count=3,display-media-type=browser'];
  [browser, site] = await Promise.all([startBrowser(flags), serve()]);
});
after(async () => {
  await browser?.close();
  site?.close();
});

const press = (page, what) => page.evaluate(name => document.querySelector(`[data-do="${name}"]`).click(), what);
const looksAt = (page, kind) => page.waitForFunction(wanted => harness.room.stage.source().kind === wanted, kind);
const both = (pages, kind) => Promise.all([pages.host, pages.guest].map(page => looksAt(page, kind)));
const numbers = pages => Promise.all([pages.host, pages.guest].map(page => page.evaluate(() => harness.room.stage.source().number)));

test("The host's screen takes the camera's place on both sides, and gives it back (CA-5)", async () => {
  const pages = await meet(browser, site.address, sides);
  await press(pages.host, 'share-screen');
  await both(pages, 'host-screen');
  await moves(pages.guest);
  await press(pages.guest, 'share-screen');
  await pages.guest.waitForFunction(() => document.querySelector('[data-said]').textContent.includes('other-shares'));
  assert.equal(await pages.guest.evaluate(() => harness.room.media.screen), undefined, 'one at a time');

  // The browser's own bar has a stop, too.
  await pages.host.evaluate(() => {
    const track = harness.room.media.screen;
    track.stop();
    track.dispatchEvent(new Event('ended'));
  });
  await both(pages, 'guest-camera');
  await moves(pages.host);
  const [one, other] = await numbers(pages);
  assert.equal(one, other);
  await pages.close();
});

test("The guest's screen is seen by the host; the camera is back after it", async () => {
  const pages = await meet(browser, site.address, sides);
  await press(pages.guest, 'share-screen');
  await both(pages, 'guest-screen');
  await moves(pages.host);
  await press(pages.guest, 'share-screen');
  await both(pages, 'guest-camera');
  await moves(pages.host);
  await pages.close();
});

test('Both begin to share at the same moment: one of them does, and both sides know which', async () => {
  const pages = await meet(browser, site.address, sides);
  await Promise.all([press(pages.guest, 'share-screen'), press(pages.host, 'share-screen')]);
  const stands = () => Promise.all([pages.host, pages.guest].map(page => page.evaluate(() => ({ ...harness.room.stage.source(), shares: !!harness.room.media.screen }))));
  const agree = ([host, guest]) => host.kind === guest.kind && host.number === guest.number && host.kind.endsWith('-screen') && host.shares !== guest.shares && (host.kind === 'host-screen') === host.shares;
  for (let n = 0; n < 100 && !agree(await stands()); n++) await pages.host.waitForTimeout(100);
  assert.ok(agree(await stands()), JSON.stringify(await stands()));
  await pages.close();
});

test('A camera that is off shows nothing on either side, and is back at a press', async () => {
  const pages = await meet(browser, site.address, sides);
  await press(pages.guest, 'camera');
  await both(pages, 'none');
  assert.equal(await pages.guest.evaluate(() => harness.room.media.camera.track), undefined, 'its light is off, too');
  await press(pages.guest, 'camera');
  await both(pages, 'guest-camera');
  await moves(pages.host);
  await pages.close();
});

test('The other camera of a phone takes over on the running line, as another picture', async () => {
  const pages = await meet(browser, site.address, sides);
  await pages.guest.evaluate(() => {
    // The made-up device 1 speaks a format that no camera of a phone does.
    const real = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
    navigator.mediaDevices.enumerateDevices = async () => (await real()).filter(({ label }) => !label.endsWith('_1'));
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await pages.guest.waitForFunction(() => !document.querySelector('[data-do="switch-camera"]').hidden);
  const [before] = await numbers(pages);
  await press(pages.guest, 'switch-camera');
  await pages.host.waitForFunction(old => harness.room.stage.source().number > old, before);
  assert.equal(await pages.guest.evaluate(() => harness.room.media.camera.track.label), 'fake_device_2');
  await moves(pages.host);
  await pages.close();
});

test('A refused camera is told with a lesson, the sound goes on, and the server hears what is blocked (CA-1)', async () => {
  const call = new Call();
  const host = await enter(browser, site.address, call, 'host', sides.host);
  const guest = await enter(browser, site.address, call, 'guest', { parts: [...parts, 'stayingThere'], media: false });
  await guest.evaluate(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = wanted => (wanted.video ? Promise.reject(new DOMException('Permission denied', 'NotAllowedError')) : real(wanted));
    return harness.room.media.ask(['camera', 'microphone']);
  });
  await Promise.all([connected(host), connected(guest)]);
  await looksAt(host, 'none');
  assert.equal(await guest.evaluate(() => document.querySelector('[data-coach]').hidden), false);
  assert.equal(await guest.evaluate(() => document.querySelector('[data-lesson-body]').textContent), 'browser-chromium');
  assert.deepEqual(await host.evaluate(() => harness.room.media.remote.getAudioTracks().map(track => track.muted)), [false]);
  await guest.waitForTimeout(500);
  const said = call.asked.findLast(({ side, path }) => side === 'guest' && path === 'stay');
  assert.deepEqual(said.body.media, { camera: 'refused', microphone: 'on', block: 'browser' });
  assert.equal(said.body.device, 'Chrome, Linux');
  await Promise.all([host.context().close(), guest.context().close()]);
});

test('Small messages come in order and large bytes come whole, and a new meeting brings the channel back', async () => {
  const pages = await meet(browser, site.address, sides);
  await pages.guest.evaluate(() => {
    window.got = [];
    harness.room.channel.on('count', ({ n }) => window.got.push(n));
    harness.room.channel.on('still', bytes => window.got.push(new Uint8Array(bytes).reduce((so, value, n) => (so + value * (n % 7)) % 65_521, 0)));
  });
  const sum = await pages.host.evaluate(() => {
    const bytes = new Uint8Array(2_500_000).map((_, n) => (n * 31) % 251);
    harness.room.channel.send({ type: 'count', n: 1 });
    harness.room.channel.sendBytes('still', bytes.buffer);
    harness.room.channel.send({ type: 'count', n: 2 });
    return bytes.reduce((so, value, n) => (so + value * (n % 7)) % 65_521, 0);
  });
  await pages.guest.waitForFunction(() => window.got.length === 3);
  assert.deepEqual(await pages.guest.evaluate(() => window.got), [1, 2, sum]);
  await pages.close();
});

test('A still has at least what the video has, and its shape', async () => {
  const pages = await meet(browser, site.address, sides);
  const [still, video] = await pages.guest.evaluate(async () => {
    const { width, height } = await createImageBitmap(await harness.room.media.still());
    return [{ width, height }, harness.room.stage.size()];
  });
  assert.ok(still.width >= video.width, `${still.width} of ${video.width}`);
  assert.ok(Math.abs(still.width / still.height - video.width / video.height) < 0.02);
  await pages.close();
});
