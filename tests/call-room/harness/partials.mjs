// The tools' own markup, as the pages have it: Razor's parts as plain HTML in English, for one side.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../src/RemoteSupport/Features/Calls/', import.meta.url));

/** What both sides' pages show of these partials; words, dialogs and templates with it. */
export async function toolsOf(side) {
  const [picture, recording, chat] = await Promise.all(['_RoomTools', '_RoomRecording', '_RoomChat'].map(name => partial(name, side === 'host')));
  const button = side === 'host' ? await partial('_RoomRecordButton', true) : '';
  return { picture, rest: `<header class="room-head ground-dark">${recording}</header><div class="room-controls ground-dark">${button}</div><aside class="room-side" data-panel="chat">${chat}</aside>` };
}

async function partial(name, isHost) {
  const source = await readFile(`${folder}${name}.cshtml`, 'utf8');
  const html = chosen(source, isHost).replace(/@\*[\s\S]*?\*@/g, '').replace(/^@(model|using|inject).*$/gm, '').replace(/<icon name="([^"]+)" \/>/g, '<span class="icon icon-$1" aria-hidden="true"></span>')
    .replace(/@Url\.Content\("~([^"]+)"\)/g, '$1').replace(/@L\["([^"]+)"[^\]]*\]/g, '$1');
  const inner = [...html.matchAll(/<partial name="\/Features\/Calls\/([^"]+)\.cshtml"[^>]*\/>/g)];
  const parts = await Promise.all(inner.map(([, one]) => partial(one, isHost)));
  return inner.reduce((so, [tag], index) => so.replace(tag, () => parts[index]), html);
}

/** @if (Model.IsHost) { … } else { … }, with braces on lines of their own. */
function chosen(source, isHost) {
  return source.replace(/^( *)@if \((!?)Model\.IsHost\)\n\1\{\n([\s\S]*?)^\1\}\n(?:\1else\n\1\{\n([\s\S]*?)^\1\}\n)?/gm, (_, indent, not, yes, no = '') => ((not === '!') !== isHost ? yes : no));
}
