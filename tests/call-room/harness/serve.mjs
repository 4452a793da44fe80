// Serves the harness's page: its scripts are bundled from the sources, its style sheet is the portal's.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileAsync } from 'sass';

const here = path => fileURLToPath(new URL(path, import.meta.url));

async function script() {
  const { outputFiles } = await build({ entryPoints: [here('page.ts')], bundle: true, format: 'iife', globalName: 'harness', target: 'chrome111', write: false, sourcemap: 'inline', logLevel: 'warning' });
  return outputFiles[0].text;
}

const styles = async () => (await compileAsync(here('../../../src/portal/styles/portal.scss'), { loadPaths: [here('../../../node_modules')], quietDeps: true })).css;

/** On a free port of this machine alone; close() ends it. */
export async function serve() {
  const [page, bundle, sheet] = await Promise.all([readFile(here('page.html')), script(), styles()]);
  const files = { '/': ['text/html', page], '/page.js': ['text/javascript', bundle], '/page.css': ['text/css', sheet] };
  const server = createServer((request, response) => {
    const [type, content] = files[new URL(request.url, 'http://localhost').pathname] ?? [];
    response.writeHead(content ? 200 : 404, { 'Content-Type': `${type ?? 'text/plain'}; charset=utf-8` }).end(content ?? '');
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { address: `http://localhost:${server.address().port}`, close: () => server.close() };
}
