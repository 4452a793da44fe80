// The icons the pages use, taken from Lucide and turned into masks: <span class="icon icon-house" aria-hidden="true"></span>.
import { readFile } from 'node:fs/promises';

const names = [
  'arrow-left', 'ban', 'building-2', 'chart-column', 'check', 'chevron-down', 'chevron-left', 'chevron-right', 'circle-alert',
  'circle-check', 'circle-x', 'clock', 'copy', 'download', 'external-link', 'eye', 'eye-off', 'file-text', 'globe', 'headset',
  'hourglass', 'house', 'images', 'inbox', 'info', 'key-round', 'languages', 'lock', 'lock-open', 'log-out', 'mail', 'menu',
  'message-square', 'monitor', 'palette', 'pencil', 'phone', 'phone-missed', 'phone-off', 'bell-off', 'plus', 'refresh-cw', 'save', 'search', 'send', 'settings', 'shield',
  'shield-check', 'smartphone', 'trash-2', 'triangle-alert', 'upload', 'user', 'users', 'video', 'x',
  'camera', 'ellipsis', 'flashlight', 'flashlight-off', 'mic', 'mic-off', 'phone-off', 'picture-in-picture-2', 'screen-share', 'screen-share-off',
  'signal-high', 'signal-low', 'signal-medium', 'switch-camera', 'unplug', 'video-off', 'volume-2', 'wifi-off', 'zoom-in', 'zoom-out',
  'circle', 'circle-dot', 'circle-stop', 'eraser', 'list-ordered', 'mouse-pointer-2', 'move-up-right', 'paperclip', 'snowflake', 'square', 'type', 'undo-2',
];

/** CSS with one rule an icon, in which the drawing is a data address. */
export async function iconStyles() {
  const rules = await Promise.all(names.map(async name => `.icon-${name}{--icon:url("${await address(name)}")}`));
  return rules.join('\n');
}

async function address(name) {
  const file = new URL(`../../node_modules/lucide-static/icons/${name}.svg`, import.meta.url);
  return 'data:image/svg+xml,' + compact(await readFile(file, 'utf8')).replaceAll('"', "'").replaceAll('#', '%23');
}

function compact(svg) {
  return svg
    .replace(/<!--.*?-->/s, '')
    .replace(/<svg[^>]*>/s, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="red" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">')
    .replace(/\s*\n\s*/g, '')
    .trim();
}
