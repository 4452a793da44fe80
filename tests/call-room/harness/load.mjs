// Modules of the room that need no browser, for tests in node.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** All that these modules export, in one object. */
export async function load(...names) {
  const folder = await mkdtemp(join(tmpdir(), 'call-room-'));
  const contents = names.map(name => `export * from './${name}';`).join('\n');
  const resolveDir = new URL('../../../src/call-room/scripts', import.meta.url).pathname;
  try {
    await build({ stdin: { contents, resolveDir, loader: 'ts' }, bundle: true, format: 'esm', outfile: join(folder, 'loaded.mjs'), logLevel: 'warning' });
    return await import(join(folder, 'loaded.mjs'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
