// The machine's own Chromium with a camera and a microphone that are made up; one for all tests of a file.
import { chromium } from 'playwright-core';

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--enable-features=CDPScreenshotNewSurface,RenderDocument:level/crashed-frame',
  '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection', '--disable-features=WebRtcHideLocalIpsWithMdns',
];

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** With `more` further flags; a flag that begins with "!" is taken away. */
export function startBrowser(more = []) {
  const without = more.filter(flag => flag.startsWith('!')).map(flag => flag.slice(1));
  const args = [...flags.filter(flag => !without.includes(flag)), ...more.filter(flag => !flag.startsWith('!'))];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', headless: true, args });
}
