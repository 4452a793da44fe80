import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './harness/browser.mjs';
import { connected, enter, meet, moves } from './harness/pair.mjs';
import { serve } from './harness/serve.mjs';

const parts = ['showPicture', 'annotations', 'freezing'];
const entered = { parts };
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

test('Zoomed in, a mark is still drawn where it belongs in the picture', async () => {
  const { host, guest, close } = await meetToDraw();
  await host.evaluate(() => harness.room.stage.look({ zoom: 2.5, x: 0.3, y: 0.4 }));
  await draw(host, 'arrow', [0.2, 0.35], [0.4, 0.45]);
  await shows(guest, 0.3, 0.4, red);
  await shows(host, 0.3, 0.4, red);
  await host.evaluate(() => harness.room.stage.look({ zoom: 1, x: 0.5, y: 0.5 }));
  await shows(host, 0.3, 0.4, red);
  await close();
});

test('Undo takes back the own last mark on both sides; clearing takes all, and can be taken back', async () => {
  const { host, guest, close } = await meetToDraw();
  await draw(host, 'arrow', [0.2, 0.2], [0.6, 0.2]);
  await draw(guest, 'arrow', [0.2, 0.8], [0.6, 0.8]);
  for (const page of [host, guest]) await shows(page, 0.4, 0.8, blue);
  await host.click('[data-marks="undo"]');
  for (const page of [host, guest]) {
    await shows(page, 0.4, 0.2, null);
    await shows(page, 0.4, 0.8, blue);
  }

  await host.click('[data-marks="clear"]');
  for (const page of [host, guest]) await shows(page, 0.4, 0.8, null);
  await host.keyboard.press('Control+z');
  for (const page of [host, guest]) await shows(page, 0.4, 0.8, blue);
  await close();
});

test('A guest who comes back in a new page sees what was drawn', async () => {
  const { call, host, guest, close } = await meetToDraw();
  await draw(host, 'arrow', [0.2, 0.2], [0.6, 0.2]);
  await shows(guest, 0.4, 0.2, red);
  await guest.close();
  const again = await enter(browser, site.address, call, 'guest', { ...entered, context: guest.context() });
  await connected(again);
  await moves(host);
  await shows(again, 0.4, 0.2, red);
  await close();
});

test('A frozen picture is the same still on both sides, carries marks, and goes on live for both', async () => {
  const { host, guest, close } = await meetToDraw();
  await draw(host, 'arrow', [0.2, 0.2], [0.6, 0.2]);
  await host.click('[data-freeze]');
  await guest.waitForSelector('[data-thaw]:visible');
  const still = page => page.evaluate(async () => {
    const { picture } = harness.easelOf(harness.room).sight.still();
    const brush = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height }).getContext('2d');
    brush.drawImage(picture, 0, 0);
    const hash = await crypto.subtle.digest('SHA-256', brush.getImageData(0, 0, picture.width, picture.height).data);
    return [...new Uint8Array(hash)].join();
  });
  assert.equal(await still(host), await still(guest));
  const [before, later] = [await pixel(guest, 0.5, 0.9), await new Promise(done => setTimeout(async () => done(await pixel(guest, 0.5, 0.9)), 700))];
  assert.deepEqual(before, later);
  for (const page of [host, guest]) await shows(page, 0.4, 0.2, red);
  await draw(guest, 'arrow', [0.2, 0.5], [0.6, 0.5]);
  await shows(host, 0.4, 0.5, blue);
  await guest.click('[data-thaw]');
  for (const page of [host, guest]) {
    await shows(page, 0.4, 0.5, null);
    await shows(page, 0.4, 0.2, red);
  }

  assert.deepEqual([host.complaints, guest.complaints], [[], []]);
  await close();
});

test('Whoever comes back finds the picture frozen as it was, and can go on from it', async () => {
  const { host, guest, call, close } = await meetToDraw();
  await host.click('[data-freeze]');
  await guest.waitForSelector('[data-thaw]:visible');
  await guest.close();
  const again = await enter(browser, site.address, call, 'guest', { ...entered, context: guest.context() });
  await connected(again);
  await again.click('[data-thaw]');
  await host.waitForSelector('[data-thaw]', { state: 'hidden' });
  await close();
});

test('Drawing needs no pointer: the arrow keys move a cross, Enter begins and ends, and where it stands is said', async () => {
  const { host, guest, close } = await meetToDraw();
  await host.focus('[data-tool="arrow"]');
  await host.keyboard.press('Enter');
  await host.focus('canvas');
  await host.keyboard.press('ArrowLeft');
  await host.keyboard.press('Enter');
  for (let step = 0; step < 10; step++) await host.keyboard.press('ArrowRight');
  await host.waitForFunction(() => document.querySelector('[data-mark-place]').textContent === '70 % from the left, 50 % from the top');
  await host.keyboard.press('Enter');
  await shows(guest, 0.6, 0.5, red);
  const told = guest.locator('[data-marks-spoken] li');
  await told.first().waitFor({ state: 'attached' });
  assert.equal(await told.first().textContent(), 'Anna Conti drew: Arrow, Red, at 70 % from the left and 50 % from the top');
  await host.keyboard.press('Escape');
  assert.equal(await host.evaluate(() => document.querySelector('canvas').getAttribute('aria-hidden')), 'true');
  await close();
});

test('A text stands where it was clicked, in both pages; Escape writes none', async () => {
  const { host, guest, close } = await meetToDraw();
  await host.click('[data-tool="text"]');
  const spot = await onScreen(host, 0.3, 0.5);
  await host.mouse.click(spot.x, spot.y);
  await host.locator('.mark-text:focus').waitFor();
  await host.keyboard.type('Press here');
  await host.keyboard.press('Enter');
  await shows(guest, 0.305, 0.5, red);
  await host.mouse.click(spot.x, spot.y + 60);
  await host.locator('.mark-text:focus').waitFor();
  await host.keyboard.type('no');
  await host.keyboard.press('Escape');
  assert.equal(await guest.evaluate(() => harness.easelOf(harness.room).board.sheet().marks.size), 1);
  assert.equal(await host.locator('.mark-text').count(), 0);
  await close();
});

test('The pointer shows on the other side while it points, and leaves nothing', async () => {
  const { host, guest, close } = await meetToDraw();
  await host.click('[data-tool="pointer"]');
  const spot = await onScreen(host, 0.5, 0.5);
  await host.mouse.move(spot.x, spot.y);
  const ring = await guest.evaluate(() => {
    const frame = harness.room.stage.frame();
    return (Math.max(2.5, Math.min(frame.width, frame.height) * 0.009) * 2.5) / frame.width;
  });
  await shows(guest, 0.5 + ring, 0.5, red);
  await host.mouse.move(5, 5);
  await shows(guest, 0.5 + ring, 0.5, null);
  await close();
});
