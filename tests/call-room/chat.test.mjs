import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './harness/browser.mjs';
import { Call, meet } from './harness/pair.mjs';
import { serve } from './harness/serve.mjs';

const parts = ['showPicture', 'chat', 'files'];

let browser, site;

before(async () => ([browser, site] = await Promise.all([startBrowser(), serve()])));
after(async () => {
  await browser?.close();
  site?.close();
});

const names = { host: 'Anna Conti', guest: 'Customer X' };

async function meetToTalk({ host = [], state } = {}) {
  const call = new Call({ state });
  const entries = [];
  call.add = async entry => {
    entries.push({ at: new Date().toISOString(), ...entry });
    await call.change({ entries: [...entries] });
  };
  call.answers['POST chat'] = async ({ id, text }, side) => {
    if (call.isDown) return { status: 503 };
    if (entries.every(entry => entry.id !== id)) await call.add({ id, text, side, author: names[side], kind: 'text' });
    return { status: 201, body: {} };
  };
  const room = await meet(browser, site.address, { call, host: { parts: [...parts, ...host] }, guest: { parts } });
  return { ...room, entries };
}

const write = async (page, text) => {
  await page.fill('[data-chat-form] textarea', text);
  await page.press('[data-chat-form] textarea', 'Enter');
};

test('What one writes the other reads, as text and nothing else; addresses can be followed (CA-6)', async () => {
  const { host, guest, entries, close } = await meetToTalk();
  await write(host, '<img src=x onerror=alert(1)> see https://example.org/help.');
  const said = guest.locator('[data-chat-log] [data-part="text"]');
  await said.first().waitFor({ state: 'attached' });
  assert.equal(await said.first().textContent(), '<img src=x onerror=alert(1)> see https://example.org/help.');
  assert.equal(await guest.locator('[data-chat-log] img').count(), 0);
  const link = guest.locator('[data-chat-log] a');
  assert.deepEqual([await link.getAttribute('href'), await link.getAttribute('rel'), await link.getAttribute('target')], ['https://example.org/help', 'noopener noreferrer nofollow', '_blank']);
  assert.equal(entries.length, 1);
  assert.deepEqual([host.complaints, guest.complaints], [[], []]);
  await close();
});

test('What is written while the chat is closed is counted on its button and said once; opening it counts anew', async () => {
  const { host, guest, close } = await meetToTalk();
  await guest.evaluate(() => harness.room.page.querySelector('.room-controls').insertAdjacentHTML('beforeend', '<span data-unread hidden></span>'));
  await write(host, 'Good morning');
  await write(host, 'Do you see me?');
  await guest.waitForFunction(() => document.querySelector('[data-unread]').textContent === '2');
  await guest.getByText('Anna Conti: Good morning').waitFor();
  await guest.evaluate(() => {
    harness.room.page.dataset.chat = 'open';
    harness.room.page.dispatchEvent(new CustomEvent('panel'));
  });
  await guest.waitForFunction(() => document.querySelector('[data-unread]').hidden);
  await close();
});

test('Somebody who writes is seen to write, until it is sent', async () => {
  const { host, guest, close } = await meetToTalk();
  await guest.evaluate(() => harness.room.page.dataset.chat = 'open');
  await host.locator('[data-chat-form] textarea').pressSequentially('Hel');
  await guest.locator('[data-typing]').waitFor();
  await host.press('[data-chat-form] textarea', 'Enter');
  await guest.locator('[data-typing]').waitFor({ state: 'hidden' });
  await close();
});

test('A message that did not get through says so, and goes out once when it can', async () => {
  const { host, guest, call, entries, close } = await meetToTalk();
  call.isDown = true;
  await write(host, 'Are you there?');
  await host.getByText('Not sent yet.').waitFor();
  call.isDown = false;
  await host.click('[data-send-again]');
  await guest.locator('[data-chat-log] [data-part="text"]').first().waitFor({ state: 'attached' });
  assert.deepEqual(entries.map(entry => entry.text), ['Are you there?']);
  assert.equal(await host.locator('[data-unsent-id]').count(), 0);
  assert.equal(await host.locator('[data-chat-log] > li').count(), 1);
  await close();
});

const media = { id: 'm1', name: 'Manual.pdf', kind: 'document', mediaType: 'application/pdf', size: 1_400_000, hasThumbnail: false };

test('A file that one side sends appears on the other’s screen by itself, the call’s buttons stay in reach (CA-4)', async () => {
  const { host, guest, call, close } = await meetToTalk();
  await host.setInputFiles('[data-file-field]', { name: 'Manual.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
  await host.waitForFunction(() => document.querySelector('[data-uploads]').childElementCount === 0);
  const upload = call.asked.find(({ path }) => path.startsWith('files?'));
  const query = new URLSearchParams(upload.path.split('?')[1]);
  assert.deepEqual([query.get('name'), query.get('kind'), Buffer.from(upload.body, 'base64').toString()], ['Manual.pdf', 'file', '%PDF-1.4']);
  await call.add({ id: query.get('id'), side: 'host', author: 'Anna Conti', kind: 'file', media });
  const viewer = guest.locator('[data-viewer]');
  await viewer.waitFor();
  assert.match(await viewer.textContent(), /Manual\.pdf.*1\.4 MB/s);
  assert.equal(await viewer.locator('[data-viewer-download]').getAttribute('href'), 'media/m1?save=true');
  assert.equal(await host.locator('[data-viewer]').isVisible(), false);
  const [dialog, controls] = [await viewer.boundingBox(), await guest.locator('.room-controls').boundingBox()];
  assert.ok(dialog.y + dialog.height <= controls.y, 'The viewer covers the buttons.');
  await guest.click('[data-viewer-close]');
  await viewer.waitFor({ state: 'hidden' });
  await host.click('[data-shows]');
  await host.locator('[data-viewer]').waitFor();
  assert.deepEqual([host.complaints, guest.complaints], [[], []]);
  await close();
});

test('Snapshots do not cover the picture, and what was there before does not appear again', async () => {
  const before = { id: 'old', at: new Date().toISOString(), side: 'guest', author: 'Customer X', kind: 'file', media };
  const { host, call, close } = await meetToTalk({ state: { entries: [before] } });
  await call.add(before);
  await call.add({ id: 's', side: 'guest', author: 'Customer X', kind: 'snapshot', media: { ...media, id: 'm2', kind: 'photo', name: 'Snapshot.jpg' } });
  await host.getByText('Snapshot.jpg').waitFor();
  assert.equal(await host.locator('[data-viewer]').isVisible(), false);
  await close();
});

test('A file that is too large is refused before it is sent, one that the server refuses says why', async () => {
  const { host, call, close } = await meetToTalk({ state: { files: { largest: 10, accept: '*/*' } } });
  await host.setInputFiles('[data-file-field]', { name: 'big.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(11) });
  await host.locator('[data-uploads]').getByText('This file is too large').waitFor();
  assert.equal(call.asked.some(({ path }) => path.startsWith('files?')), false);
  await host.evaluate(() => harness.room.server.upload = async () => new Response(JSON.stringify({ detail: 'Programs cannot be sent.' }), { status: 415 }));
  await host.setInputFiles('[data-file-field]', { name: 'a.exe', mimeType: 'application/octet-stream', buffer: Buffer.alloc(5) });
  await host.locator('[data-uploads]').getByText('Programs cannot be sent.').waitFor();
  await close();
});

test('A picture that is pasted or dropped is sent', async () => {
  const { host, call, close } = await meetToTalk();
  for (const how of ['paste', 'drop']) await host.evaluate(type => {
    const files = new DataTransfer();
    files.items.add(new File(['x'], `${type}.png`, { type: 'image/png' }));
    const event = type === 'paste' ? new ClipboardEvent(type, { clipboardData: files, bubbles: true, cancelable: true }) : new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true });
    harness.room.page.dispatchEvent(event);
  }, how);
  await host.waitForFunction(() => document.querySelector('[data-uploads]').childElementCount === 0);
  const sent = call.asked.filter(({ path }) => path.startsWith('files?')).map(({ path }) => new URLSearchParams(path.split('?')[1]).get('name'));
  assert.deepEqual(sent, ['paste.png', 'drop.png']);
  await close();
});

test('The host’s library shows photos, videos and documents, and sends what is chosen', async () => {
  const { host, call, close } = await meetToTalk({ host: ['library'] });
  const asked = [];
  await host.route('**/media/items.json?*', route => {
    const query = new URL(route.request().url()).searchParams;
    asked.push([query.get('kind'), query.get('query')]);
    return route.fulfill({ json: { items: query.get('kind') === 'document' ? [media] : [], nextCursor: null } });
  });
  await host.click('[data-library-open]');
  await host.locator('[data-library-notice]').getByText('There are no photos yet.').waitFor();
  await host.click('#library-title');
  assert.equal(call.asked.some(({ path }) => path === 'library'), false);
  await host.focus('[data-library-search]');
  await host.keyboard.press('Shift+Tab');
  await host.keyboard.press('ArrowLeft');
  await host.locator('[data-library-items]').getByText('Manual.pdf').waitFor();
  await host.fill('[data-library-search]', 'man');
  await host.waitForTimeout(500);
  await host.locator('[data-media="m1"]').click();
  await host.locator('[data-library]').waitFor({ state: 'hidden' });
  assert.deepEqual(asked, [['photo', ''], ['document', ''], ['document', 'man']]);
  assert.equal(call.asked.find(({ path }) => path === 'library').body.mediaId, 'm1');
  assert.deepEqual(host.complaints, []);
  await close();
});
