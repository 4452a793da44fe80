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

test("The guest's picture moves on the host's side, and both hear each other (CA-1)", async () => {
  const { host, guest, close } = await meet(browser, site.address);
  await moves(host);
  for (const page of [host, guest]) {
    const sound = await page.evaluate(() => harness.room.media.remote.getAudioTracks().map(track => `${track.readyState} ${track.muted}`));
    assert.deepEqual(sound, ['live false']);
    assert.deepEqual(page.complaints, []);
  }

  await close();
});
