// Two browsers: the guest follows each link, the inviter waits on a page of the portal and answers. Reads what to do as JSON, writes the milliseconds of each part.
import { text } from 'node:stream/consumers';
import { chromium } from 'playwright-core';

const { address, session, links } = JSON.parse(await text(process.stdin));
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
  '--allow-loopback-in-peer-connection', '--autoplay-policy=no-user-gesture-required', '--enable-features=CDPScreenshotNewSurface,RenderDocument:level/crashed-frame',
];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: flags });
const permissions = ['camera', 'microphone'];
const inviter = await browser.newContext({ permissions });
await inviter.addCookies([{ name: '__Host-session', value: session, url: address.replace('http:', 'https:'), secure: true }]);

const rounds = [];
for (const link of links) rounds.push(await call(link));
console.log(JSON.stringify(rounds));
await browser.close();

async function call(link) {
  const host = await inviter.newPage();
  await host.goto(`${address}/calls`);
  const own = await browser.newContext({ permissions });
  const guest = await own.newPage();
  const parts = {};
  let last = performance.now();
  const passed = part => {
    const now = performance.now();
    parts[part] = now - last;
    last = now;
  };

  const rings = host.waitForSelector('[data-ringing]').then(() => performance.now());
  await guest.goto(`${address}/join/${link}`);
  passed('landing');
  await Promise.all([guest.waitForURL('**/terms'), guest.click('.guest-start')]);
  passed('terms');
  await Promise.all([guest.waitForURL('**/call'), guest.click('.guest-start')]);
  passed('page');
  const rang = await rings;
  parts.ringing = Math.max(0, rang - last);
  last = Math.max(last, rang);
  await Promise.all([host.waitForURL('**/room'), host.click('[data-ringing] form[action*="Answer"] button')]);
  passed('room');
  await host.waitForFunction(() => document.querySelector('[data-stage] video')?.getVideoPlaybackQuality().totalVideoFrames > 0, null, { polling: 'raf' });
  passed('frame');
  await host.click('[data-do=hang-up]');
  await guest.waitForURL('**/goodbye');
  await own.close();
  await host.close();
  return parts;
}
