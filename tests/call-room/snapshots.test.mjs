import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './harness/browser.mjs';
import { meet, moves } from './harness/pair.mjs';
import { serve } from './harness/serve.mjs';

const parts = ['showPicture', 'annotations', 'freezing', 'snapshots'];

let browser, site;

before(async () => ([browser, site] = await Promise.all([startBrowser(), serve()])));
after(async () => {
  await browser?.close();
  site?.close();
});

async function meetToLook(more = {}) {
  const room = await meet(browser, site.address, { host: { parts }, guest: { parts, ...more } });
  await moves(room.host);
  await room.host.evaluate(() => {
    const { board } = harness.easelOf(harness.room);
    board.put({ id: 'a', side: 'host', tool: 'rectangle', colour: 'vermilion', shape: 4 / 3, spots: [{ x: 0.25, y: 0.25 }, { x: 0.75, y: 0.75 }] });
    board.finish('a');
  });
  await room.guest.waitForFunction(() => harness.easelOf(harness.room).board.sheet().marks.size === 1);
  return room;
}

async function sent({ call, host }) {
  for (let tries = 0; tries < 400; tries++) {
    const upload = call.asked.find(({ path }) => path.startsWith('files?'));
    if (upload) return upload;
    await host.waitForTimeout(50);
  }
  assert.fail('No snapshot came.');
}

/** Its size, and its colours at some places. */
const read = (page, { body }, spots) => page.evaluate(async ([bytes, places]) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${bytes}`)).blob());
  const brush = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height }).getContext('2d');
  brush.drawImage(picture, 0, 0);
  const colours = places.map(([x, y]) => [...brush.getImageData(Math.round(x * picture.width), Math.round(y * picture.height), 1, 1).data].slice(0, 3));
  return { width: picture.width, height: picture.height, colours };
}, [body, spots]);

const isRed = ([red, green, blue]) => Math.abs(red - 213) < 40 && Math.abs(green - 94) < 40 && blue < 60;

test('A snapshot is taken by the guest’s own camera, with the marks where they were drawn (CA-6)', async () => {
  const room = await meetToLook();
  await room.host.click('[data-snapshot]');
  const upload = await sent(room);
  assert.equal(upload.side, 'guest');
  const query = new URLSearchParams(upload.path.split('?')[1]);
  assert.equal(query.get('kind'), 'snapshot');
  assert.match(query.get('name'), /^Snapshot \d{4}-\d\d-\d\d \d\d-\d\d-\d\d\.jpg$/);
  const { width, height, colours } = await read(room.host, upload, [[0.5, 0.25], [0.25, 0.5], [0.75, 0.6], [0.5, 0.5]]);
  const own = await room.guest.evaluate(() => harness.room.stage.size());
  assert.ok(width >= own.width && Math.abs(width / height - own.width / own.height) < 0.02, `${width} × ${height}`);
  assert.deepEqual(colours.map(isRed), [true, true, true, false], JSON.stringify(colours));
  await room.guest.getByText('Anna Conti has taken a snapshot of your picture.').waitFor();
  assert.deepEqual([room.host.complaints, room.guest.complaints], [[], []]);
  await room.close();
});

test('When the guest’s browser does not answer, the host keeps what was seen at that moment', async () => {
  const room = await meetToLook({ parts: ['showPicture', 'annotations', 'freezing'] });
  await room.host.click('[data-snapshot]');
  const upload = await sent(room);
  assert.equal(upload.side, 'host');
  const { colours } = await read(room.host, upload, [[0.5, 0.25], [0.5, 0.5]]);
  assert.deepEqual(colours.map(isRed), [true, false]);
  await room.close();
});

test('A snapshot of a frozen picture is that picture', async () => {
  const room = await meetToLook();
  await room.host.click('[data-freeze]');
  await room.guest.waitForSelector('[data-thaw]:visible');
  await room.host.click('[data-snapshot]');
  const upload = await sent(room);
  assert.equal(upload.side, 'host');
  const still = await room.host.evaluate(() => harness.easelOf(harness.room).sight.size());
  const { width, height, colours } = await read(room.host, upload, [[0.5, 0.25]]);
  assert.deepEqual([width, Math.round(height / (width / still.width)), colours.map(isRed)], [1280, still.height, [true]]);
  await room.close();
});

test('A snapshot that cannot be saved says why', async () => {
  const room = await meetToLook({ parts: ['showPicture', 'annotations', 'freezing'] });
  await room.host.evaluate(() => harness.room.server.upload = async () => new Response(JSON.stringify({ detail: 'There is no room left.' }), { status: 422 }));
  await room.host.click('[data-snapshot]');
  await room.host.getByText('There is no room left.').waitFor();
  await room.close();
});
