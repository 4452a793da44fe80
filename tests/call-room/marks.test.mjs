import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './harness/load.mjs';

const { board, spotAt, pointOf, placed, fitted, readMark, partShown, undoing } = await load('annotations/board', 'annotations/geometry', 'annotations/mark', 'annotations/undoing', 'snapshots/fitting');

/** Two boards and the line between them; while it is cut, nothing gets through. */
function pair() {
  const ends = {};
  const line = { isCut: false, join() { line.isCut = false; for (const end of Object.values(ends)) end.opened.forEach(open => open()); } };
  for (const side of ['host', 'guest']) {
    const heard = new Map();
    ends[side] = { heard, opened: [] };
    const other = side === 'host' ? 'guest' : 'host';
    ends[side].channel = {
      get isOpen() { return !line.isCut; },
      send: message => line.isCut || (ends[other].heard.get(message.type) ?? []).forEach(hear => hear(JSON.parse(JSON.stringify(message)))),
      on: (type, hear) => heard.set(type, [...(heard.get(type) ?? []), hear]),
      onOpen: open => ends[side].opened.push(open),
    };
  }
  let count = 0;
  const newId = () => `new-${++count}`;
  const [host, guest] = ['host', 'guest'].map(side => board(side, ends[side].channel, newId));
  for (const one of [host, guest]) one.show('1');
  return { host, guest, line, ends };
}

const mark = (id, side, more = {}) => ({ id, side, tool: 'arrow', colour: 'sky', shape: 0.5, spots: [{ x: 0.1, y: 0.2 }, { x: 0.3, y: 0.4 }], ...more });

function draw(on, id, more) {
  on.put(mark(id, on.side, more));
  on.finish(id);
}

const ids = on => [...on.sheet().marks.keys()];

test('A point of the screen and its place in the picture are one another’s reverse, whatever the frame', () => {
  for (const frame of [{ x: 0, y: 120, width: 390, height: 292 }, { x: -200, y: -50, width: 2560, height: 1440 }]) {
    const spot = spotAt(frame, 100, 200);
    const point = pointOf(frame, spot);
    assert.ok(Math.abs(point.x - 100) < 1e-9 && Math.abs(point.y - 200) < 1e-9);
  }
});

test('Beside the picture nothing is drawn, and a line that leaves it stays at its edge', () => {
  const frame = { x: 100, y: 0, width: 200, height: 100 };
  assert.equal(spotAt(frame, 50, 50, true), undefined);
  assert.deepEqual(spotAt(frame, 50, 150), { x: 0, y: 1 });
  assert.equal(spotAt({ x: 0, y: 0, width: 0, height: 0 }, 5, 5), undefined);
});

test('A phone that is turned keeps marks as far from the middle as they were; more pixels change nothing', () => {
  const [lying, upright] = [16 / 9, 9 / 16];
  const spot = placed({ x: 0.6, y: 0.4 }, lying, upright);
  // 1600 × 900: 160 px right of the middle and 90 px above it; 900 × 1600: the same.
  assert.ok(Math.abs((spot.x - 0.5) * 900 - 160) < 1e-9);
  assert.ok(Math.abs((spot.y - 0.5) * 1600 + 90) < 1e-9);
  const back = placed(spot, upright, lying);
  assert.ok(Math.abs(back.x - 0.6) < 1e-9 && Math.abs(back.y - 0.4) < 1e-9);
  assert.deepEqual(placed({ x: 0.6, y: 0.4 }, lying, 1.7777), { x: 0.6, y: 0.4 });
});

test('A picture fits whole into its place', () => {
  assert.deepEqual(fitted(100, 200, { x: 0, y: 0, width: 400, height: 400 }), { x: 100, y: 0, width: 200, height: 400 });
});

test('What one draws the other has, and nobody draws in another’s name', () => {
  const { host, guest, ends } = pair();
  draw(host, 'a');
  draw(guest, 'b');
  assert.deepEqual([ids(host), ids(guest)], [['a', 'b'], ['a', 'b']]);
  ends.guest.channel.send({ type: 'mark', sheet: '1', mark: mark('c', 'host') });
  ends.guest.channel.send({ type: 'mark', sheet: '1', mark: mark('a', 'guest') });
  assert.deepEqual(ids(host), ['a', 'b']);
  assert.equal(host.sheet().marks.get('a').side, 'host');
});

test('A line grows on the other side, too, and a repeated piece makes it no longer', () => {
  const { host, guest, ends } = pair();
  host.put(mark('a', 'host', { tool: 'pen', spots: [{ x: 0.1, y: 0.1 }] }));
  host.grow('a', 1, [{ x: 0.2, y: 0.2 }, { x: 0.3, y: 0.3 }]);
  ends.host.channel.send({ type: 'mark-more', sheet: '1', id: 'a', from: 1, spots: [{ x: 0.2, y: 0.2 }, { x: 0.3, y: 0.3 }] });
  assert.equal(guest.sheet().marks.get('a').spots.length, 3);
});

test('Undo takes back one’s own last mark, never the other’s', () => {
  const { host, guest } = pair();
  draw(host, 'a');
  draw(guest, 'b');
  draw(host, 'c');
  host.undo();
  host.undo();
  host.undo();
  assert.deepEqual([ids(host), ids(guest)], [['b'], ['b']]);
  assert.equal(host.canUndo(), false);
});

test('Clearing can be taken back; marks come back with those who drew them, and can be undone again', () => {
  const { host, guest } = pair();
  draw(host, 'a');
  draw(guest, 'b');
  guest.clear();
  assert.deepEqual([ids(host), ids(guest)], [[], []]);
  guest.undo();
  assert.deepEqual([...host.sheet().marks.values()].map(one => one.side), ['host', 'guest']);
  guest.undo();
  assert.deepEqual([...host.sheet().marks.values()].map(one => one.side), ['host']);
});

test('What somebody else has cleared is no step back any more', () => {
  const { host, guest } = pair();
  draw(host, 'a');
  draw(host, 'b');
  guest.clear();
  host.undo();
  assert.deepEqual(ids(host), []);
  assert.equal(host.canUndo(), false);
});

test('Whoever comes late, or back, gets all that stands and nothing that is gone', () => {
  const { host, guest, line } = pair();
  draw(host, 'a');
  draw(guest, 'b');
  line.isCut = true;
  draw(host, 'c');
  host.undo();
  draw(host, 'd');
  draw(guest, 'e');
  guest.undo();
  guest.undo();
  line.join();
  assert.deepEqual([ids(host), ids(guest)], [['a', 'd'], ['a', 'd']]);
});

test('A mark stays on the picture that it was drawn on, and a still begins with what stands on it', () => {
  const { host, guest } = pair();
  draw(host, 'a');
  host.show('1/still', true);
  draw(host, 'b');
  assert.deepEqual(ids(guest), ['a']);
  guest.show('1/still');
  assert.deepEqual(ids(guest), ['a', 'b']);
  for (const one of [host, guest]) one.show('2');
  assert.deepEqual([ids(host), ids(guest)], [[], []]);
  for (const one of [host, guest]) one.show('1');
  assert.deepEqual(ids(host), ['a']);
  host.show('1/still');
  host.undo();
  host.undo();
  assert.deepEqual(ids(host), []);
});

test('Numbered arrows count on over both sides', () => {
  const { host, guest } = pair();
  draw(host, 'a', { tool: 'number', number: host.sheet().nextNumber() });
  draw(guest, 'b', { tool: 'number', number: guest.sheet().nextNumber() });
  assert.equal(host.sheet().nextNumber(), 3);
});

test('What happens on the board is told once each: for the recording', () => {
  const { host, guest } = pair();
  const told = [];
  host.onEvent(event => told.push(event.kind === 'mark' ? event.mark.id : `-${event.ids}`));
  draw(host, 'a');
  draw(guest, 'b');
  guest.undo();
  assert.deepEqual(told, ['a', 'b', '-b']);
});

test('What is no mark is none, and no mark is endless', () => {
  const good = mark('a', 'guest');
  assert.deepEqual(readMark(good), good);
  for (const bad of [null, 'x', { ...good, tool: 'bomb' }, { ...good, colour: 'toString' }, { ...good, side: 'admin' }, { ...good, spots: [] }, { ...good, spots: [{ x: NaN, y: 0 }] }, { ...good, shape: 0 },
    { ...good, id: 'x'.repeat(41) }, { ...good, spots: Array(2_001).fill({ x: 0, y: 0 }) }]) assert.equal(readMark(bad), undefined);
  assert.deepEqual(readMark({ ...good, spots: [{ x: -3, y: 7 }] }).spots, [{ x: 0, y: 1 }]);
  assert.equal(readMark({ ...good, tool: 'text', text: 'x'.repeat(500) }).text.length, 120);
});

test('Only so many marks fit on a sheet', () => {
  const { host, guest } = pair();
  for (let index = 0; index < 450; index++) host.put(mark(`m${index}`, 'host'));
  assert.equal(guest.sheet().marks.size, 400);
});

test('Steps back are kept for each sheet', () => {
  const steps = undoing();
  steps.drew('1', 'a');
  steps.drew('2', 'b');
  assert.deepEqual(steps.takeLast('1'), { kind: 'drew', id: 'a' });
  assert.equal(steps.has('1'), false);
  assert.equal(steps.has('2'), true);
});

/** A picture with something to see: rings and stripes around a place that is not its middle. */
const scene = (x, y) => 128 + 60 * Math.sin(9 * Math.hypot(x - 0.35, y - 0.6)) + 50 * Math.sin(13 * x + 5 * y);

function grey(width, height, at) {
  const values = [];
  for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) values.push(at((column + 0.5) / width, (row + 0.5) / height));
  return { width, height, values };
}

test('The part of a photo that the video showed is found, also where the video is steadied by a cut', () => {
  const photo = grey(80, 60, scene);
  // 16:9 from the middle of 4:3, and a tenth less on each side.
  const [width, height] = [0.88, 0.88 * 0.75];
  const frame = grey(40, 22, (x, y) => 0.8 * scene(0.06 + x * width, (1 - height) / 2 + y * height) + 10);
  const part = partShown(photo, frame);
  assert.ok(Math.abs(part.width - width) < 0.04 && Math.abs(part.x - 0.06) < 0.03 && Math.abs(part.height - height) < 0.04, JSON.stringify(part));
});

test('A photo of something else is not taken for the video’s', () => {
  assert.equal(partShown(grey(80, 60, scene), grey(40, 22, (x, y) => 128 + 100 * Math.sin(31 * y * x + 3))), undefined);
});
