// A host and a guest, each in a browser context of their own. Signals and the room's server are this process: what was asked is kept, what is answered can be changed.
import { desktop, phone } from './browser.mjs';

const now = () => new Date().toISOString();

/** A call that was answered; `state` may say otherwise. */
export class Call {
  asked = [];
  pages = {};
  answers = {};
  #state = { call: '0193c5a0-0000-7000-8000-000000000001', state: 'in_call', rangAt: now(), answeredAt: now(), recording: null, entries: [], files: { largest: 20_000_000, accept: 'image/*' } };

  constructor({ state, ice } = {}) {
    Object.assign(this.#state, state);
    this.ice = ice ?? { servers: [], expiresAt: now() };
  }

  stateOf(side) {
    const names = { host: 'Anna Conti', guest: 'Customer X' };
    const other = side === 'host' ? 'guest' : 'host';
    return { ...this.#state, side, now: now(), me: { name: names[side] }, other: { name: names[other], isHere: true, ...this.others?.[other] }, ice: this.ice };
  }

  /** Changes the state and tells both sides, as the live channel does. */
  async change(state) {
    Object.assign(this.#state, state);
    for (const page of Object.values(this.pages)) await page.evaluate(() => harness.somethingChanged());
  }

  answer(side, method, path, body) {
    this.asked.push({ side, method, path, body });
    if (path === 'state') return { status: 200, body: this.stateOf(side) };
    const own = this.answers[`${method} ${path}`];
    return typeof own === 'function' ? own(body, side) : (own ?? { status: 204 });
  }

  /** Signals from one side to the other; a test may lose some (`loses`). */
  async carry(from, signal) {
    const to = from === 'host' ? 'guest' : 'host';
    if (this.loses?.(JSON.parse(signal), from)) return;
    await this.pages[to]?.evaluate(text => harness.hear(text), signal).catch(() => undefined);
  }
}

/** One side's page, in the room; `options.view` is its window, `options.parts` are those put on, `options.media: false` asks for no device. */
export async function enter(browser, address, call, side, { view = side === 'guest' ? phone : desktop, parts = ['showPicture'], media = true, permissions = ['camera', 'microphone'], context } = {}) {
  context ??= await browser.newContext({ viewport: view, permissions });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', error => page.complaints.push(error.stack ?? error.message));
  page.on('console', message => message.type() === 'error' && page.complaints.push(message.text()));
  await page.exposeFunction('tellOther', signal => void call.carry(side, signal));
  await page.exposeFunction('askServer', (method, path, body) => call.answer(side, method, path, body));
  await page.goto(address);
  call.pages[side] = page;
  await page.evaluate(own => harness.open(own), side);
  for (const part of parts) await page.evaluate(name => harness[name](harness.room), part);
  if (media) await page.evaluate(own => harness.room.media.ask(own === 'guest' ? ['camera', 'microphone'] : ['microphone']), side);
  await page.evaluate(() => harness.connect());
  return page;
}

/** Both sides of an answered call, with the line up. */
export async function meet(browser, address, { call = new Call(), host = {}, guest = {} } = {}) {
  const pages = { call, host: await enter(browser, address, call, 'host', host), guest: await enter(browser, address, call, 'guest', guest) };
  await Promise.all([connected(pages.host), connected(pages.guest)]);
  return { ...pages, close: () => Promise.all([pages.host.context().close(), pages.guest.context().close()]) };
}

export const connected = page => page.waitForFunction(() => harness.room.repair.line === 'connected' && harness.room.channel.isOpen, null, { timeout: 45_000 });

/** Waits until the page's stage shows so many further frames, whichever stream they come from. */
export const moves = (page, more = 5, timeout = 45_000) =>
  page.evaluate(
    ([least, patience]) =>
      new Promise((done, failed) => {
        const { video } = harness.room.stage;
        setTimeout(() => failed(new Error(`Of ${least} frames ${left} did not come.`)), patience);
        let left = least;
        const next = () => (left-- > 0 ? video.requestVideoFrameCallback(next) : done());
        next();
      }),
    [more, timeout],
  );
