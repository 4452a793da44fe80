// Bundles what the pages need into src/RemoteSupport/wwwroot/assets: portal.css, portal.js, theme.js, live.js, brand.js, template-editor.js, call-room.js and ticks.js.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { compileAsync } from 'sass';
import { iconStyles } from './icons.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const assets = here('../RemoteSupport/wwwroot/assets/');
const target = ['chrome111', 'firefox113', 'safari16.4'];

async function styles() {
  const sheet = await compileAsync(here('styles/portal.scss'), { loadPaths: [here('../../node_modules')], quietDeps: true });
  const { code } = await transform(sheet.css + (await iconStyles()), { loader: 'css', minify: true, target });
  await writeFile(assets + 'portal.css', code);
}

function scripts() {
  return build({
    entryPoints: [here('scripts/portal.ts'), here('scripts/theme.ts'), here('scripts/live.ts'), here('scripts/brand.ts'), here('scripts/template-editor.ts'), here('../call-room/scripts/call-room.ts'), here('../call-room/scripts/ticks.ts')],
    outdir: assets,
    entryNames: '[name]',
    bundle: true,
    format: 'iife',
    minify: true,
    target,
    logLevel: 'warning',
  });
}

await mkdir(assets, { recursive: true });
await Promise.all([styles(), scripts()]);
