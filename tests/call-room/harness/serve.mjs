// Serves the harness's page: its scripts are bundled from the sources, its style sheet is the portal's.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileAsync } from 'sass';
import { toolsOf } from './partials.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));

async function script(source) {
  const { outputFiles } = await build({ entryPoints: [here(source)], bundle: true, format: 'iife', globalName: 'harness', target: 'chrome111', write: false, sourcemap: 'inline', logLevel: 'warning' });
  return outputFiles[0].text;
}

const styles = async () => (await compileAsync(here('../../../src/portal/styles/portal.scss'), { loadPaths: [here('../../../node_modules')], quietDeps: true })).css;

/** On a free port of this machine alone; close() ends it. */
export async function serve() {
  const [page, bundle, ticks, sheet, host, guest] = await Promise.all([readFile(here('page.html')), script('page.ts'), script('../../../src/call-room/scripts/ticks.ts'), styles(), toolsOf('host'), toolsOf('guest')]);
  const files = { '/': ['text/html', page], '/page.js': ['text/javascript', bundle], '/page.css': ['text/css', sheet], '/assets/ticks.js': ['text/javascript', ticks], '/tools/host': ['application/json', JSON.stringify(host)], '/tools/guest': ['application/json', JSON.stringify(guest)] };
  const server = createServer((request, response) => {
    const [type, content] = files[new URL(request.url, 'http://localhost').pathname] ?? [];
    response.writeHead(content ? 200 : 404, { 'Content-Type': `${type ?? 'text/plain'}; charset=utf-8` }).end(content ?? '');
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { address: `http://localhost:${server.address().port}`, close: () => server.close() };
}
