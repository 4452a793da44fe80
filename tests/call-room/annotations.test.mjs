import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './harness/browser.mjs';
import { meet, moves } from './harness/pair.mjs';
import { serve } from './harness/serve.mjs';

const parts = ['showPicture', 'annotations', 'freezing'];
const red = [213, 94, 0];
const blue = [86, 180, 233];

let browser, site;

before(async () => ([browser, site] = await Promise.all([startBrowser(), serve()])));
after(async () => {
  await browser?.close();
  site?.close();
});

async function meetToDraw() {
  const call = await meet(browser, site.address, { host: { parts }, guest: { parts } });
  await moves(call.host);
  await call.guest.click('[data-tools-open]');
  await call.guest.click('[data-tool="pen"]');
  return call;
}

/** Where a place of the picture is on this page's screen. */
const onScreen = (page, x, y) => page.evaluate(([right, down]) => {
  const { left, top } = harness.room.stage.root.getBoundingClientRect();
  const frame = harness.room.stage.frame();
  return { x: left + frame.x + right * frame.width, y: top + frame.y + down * frame.height };
}, [x, y]);

async function draw(page, tool, from, to) {
  await page.click(`[data-tool="${tool}"]`);
  const [start, end] = [await onScreen(page, ...from), await onScreen(page, ...to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

/** The overlay's colour at a place of the picture; [0, 0, 0, 0] where nothing is drawn. */
const pixel = (page, x, y) => page.evaluate(async ([right, down]) => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const { overlay, root } = harness.room.stage;
  const frame = harness.easelOf(harness.room).sight.frame();
  const scale = overlay.width / root.clientWidth;
  return [...overlay.getContext('2d').getImageData(Math.round((frame.x + right * frame.width) * scale), Math.round((frame.y + down * frame.height) * scale), 1, 1).data];
}, [x, y]);

async function shows(page, x, y, colour) {
  const deadline = Date.now() + 5_000;
  let found;
  do {
    found = await pixel(page, x, y);
    if (colour === null ? found[3] === 0 : colour.every((part, index) => Math.abs(part - found[index]) <= 12) && found[3] > 240) return;
    await page.waitForTimeout(50);
  } while (Date.now() < deadline);
  assert.fail(`At ${x}, ${y} stands ${found}, not ${colour}.`);
}

test('An arrow drawn on the desktop stands at the same spot of the picture on the phone, and the other way round (CA-2)', async () => {
  const { host, guest, close } = await meetToDraw();
  await draw(host, 'arrow', [0.25, 0.3], [0.75, 0.6]);
  for (const page of [host, guest]) {
    await shows(page, 0.5, 0.45, red);
    await shows(page, 0.35, 0.36, red);
    await shows(page, 0.3, 0.7, null);
  }

  await draw(guest, 'rectangle', [0.2, 0.7], [0.6, 0.9]);
  for (const page of [host, guest]) {
    await shows(page, 0.4, 0.7, blue);
    await shows(page, 0.2, 0.8, blue);
    await shows(page, 0.4, 0.8, null);
  }

  assert.deepEqual([host.complaints, guest.complaints], [[], []]);
  await close();
});
