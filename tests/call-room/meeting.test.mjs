// How the two browsers find each other, and how they find each other again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './harness/browser.mjs';
import { Call, connected, enter, meet, moves } from './harness/pair.mjs';
import { serve } from './harness/serve.mjs';

let browser, site;

before(async () => ([browser, site] = await Promise.all([startBrowser(), serve()])));
after(async () => {
  await browser?.close();
  site?.close();
});

/** The room's parts that a page of the call has on. */
const sides = { host: { parts: ['showPicture'] }, guest: { parts: ['showPicture'] } };

test("The guest's picture moves on the host's side, and both hear each other (CA-1)", async () => {
  const { host, guest, close } = await meet(browser, site.address, sides);
  await moves(host);
  for (const page of [host, guest]) {
    const sound = await page.evaluate(() => harness.room.media.remote.getAudioTracks().map(track => `${track.readyState} ${track.muted}`));
    assert.deepEqual(sound, ['live false']);
    assert.deepEqual(page.complaints, []);
  }

  assert.deepEqual(await host.evaluate(() => harness.room.stage.source()), await guest.evaluate(() => harness.room.stage.source()));
  assert.equal(await host.evaluate(() => harness.room.media.local.getVideoTracks().length), 0, 'the host shows no camera');
  await close();
});

test('Lost messages are said again: the first offer, its answer, and what was said before the other side was there', async () => {
  const call = new Call();
  const lost = { offer: 0, answer: 0, hello: 0 };
  call.loses = signal => {
    const what = signal.type === 'described' ? signal.description.type : signal.type;
    if (!(what in lost) || lost[what] >= 1) return false;
    return ++lost[what] > 0;
  };
  const { host, close } = await meet(browser, site.address, { call, ...sides });
  await moves(host);
  assert.deepEqual(lost, { offer: 1, answer: 1, hello: 1 });
  await close();
});

test('Nothing flows before the call is answered', async () => {
  const call = new Call({ state: { state: 'ringing', answeredAt: undefined } });
  const host = await enter(browser, site.address, call, 'host', sides.host);
  const guest = await enter(browser, site.address, call, 'guest', sides.guest);
  await new Promise(done => setTimeout(done, 500));
  assert.equal(await host.evaluate(() => harness.room.meetings.current), undefined);
  assert.equal(await guest.evaluate(() => harness.room.meetings.current), undefined);
  await call.change({ state: 'in_call' });
  await Promise.all([connected(host), connected(guest)]);
  await moves(host);
  await Promise.all([host.context().close(), guest.context().close()]);
});

for (const side of ['guest', 'host'])
  test(`A reload of the ${side} is a new meeting, and the picture moves again (IN-6)`, async () => {
    const { call, host, guest } = await meet(browser, site.address, sides);
    const old = side === 'guest' ? guest : host;
    const context = old.context();
    await old.close();
    const fresh = await enter(browser, site.address, call, side, { ...sides[side], context });
    await connected(fresh);
    const hosts = side === 'host' ? fresh : host;
    await moves(hosts);
    assert.equal(await hosts.evaluate(() => harness.room.stage.source().kind), 'guest-camera');
    await Promise.all([host.context().close(), guest.context().close()]);
  });

test('While the server is away the call goes on; a line that breaks then is repaired when it is back (CA-7)', async () => {
  const { host, guest, close } = await meet(browser, site.address, sides);
  const channel = await host.evaluate(() => harness.room.meetings.current.id);
  for (const page of [host, guest]) await page.evaluate(() => harness.disconnect());
  await moves(host);
  const restarted = host.evaluate(() => {
    const { connection } = harness.room.meetings.current;
    const before = connection.localDescription.sdp.match(/ice-ufrag:(\S+)/)[1];
    connection.restartIce();
    return before;
  });
  for (const page of [guest, host]) await page.evaluate(() => harness.connect());
  const before = await restarted;
  await host.waitForFunction(old => harness.room.meetings.current.connection.currentLocalDescription.sdp.match(/ice-ufrag:(\S+)/)[1] !== old, before);
  await Promise.all([connected(host), connected(guest)]);
  await moves(host);
  assert.equal(await host.evaluate(() => harness.room.meetings.current.id), channel, 'the same connection');
  await close();
});

test('Both restart at once: the guest gives way, and the call goes on', async () => {
  const { host, guest, close } = await meet(browser, site.address, sides);
  await Promise.all([host, guest].map(page => page.evaluate(() => harness.room.meetings.current.connection.restartIce())));
  await host.waitForFunction(() => harness.room.meetings.current.connection.signalingState === 'stable');
  await guest.waitForFunction(() => harness.room.meetings.current.connection.signalingState === 'stable');
  await Promise.all([connected(host), connected(guest)]);
  await moves(host);
  for (const page of [host, guest]) assert.deepEqual(page.complaints, []);
  await close();
});

test('A connection that is dead is replaced by a new one, also when only the guest notices', async () => {
  const { host, guest, close } = await meet(browser, site.address, sides);
  const before = await host.evaluate(() => harness.room.meetings.current.id);
  await guest.evaluate(() => harness.room.meetings.again());
  await host.waitForFunction(old => harness.room.meetings.current.id !== old, before);
  await Promise.all([connected(host), connected(guest)]);
  await moves(host);
  await close();
});
