import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { createServer, resolveConfig } from 'vite';
import type { ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const secret = `planted-${randomUUID()}`;
/** A text in all forms in which Vite serves a file: as it is, in a string, and in a data: URL. */
const shapes = [secret, Buffer.from(secret).toString('base64').slice(0, 40)];
const names = ['secret.key', 'secret.js', 'secret.json', 'secret.css', 'secret.html'];
const folder = path.join(root, 'e2e/.data', `test-${randomUUID()}`);
const open = path.join(root, 'e2e', `.results/test-${randomUUID()}`);

let server: ViteDevServer;
let port: number;
beforeAll(async () => {
  for (const place of [folder, open]) {
    await mkdir(place, { recursive: true, mode: 0o700 });
    for (const name of names) await writeFile(path.join(place, name), contents(name));
  }
  server = await createServer({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'silent',
    server: { port: 0, strictPort: false, ws: false },
  });
  await server.listen();
  const address = server.httpServer?.address() as AddressInfo;
  ({ port } = address);
});
afterAll(async () => {
  await server.close();
  for (const place of [folder, open]) await rm(place, { recursive: true });
});

/** A text that each kind of file contains. */
function contents(name: string): string {
  if (name.endsWith('.js')) return `export default '${secret}';`;
  if (name.endsWith('.json')) return JSON.stringify({ secret });
  if (name.endsWith('.css')) return `a { content: '${secret}' }`;
  return secret;
}

/** Sends the path as written; `fetch` would normalize it. */
async function read(address: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: address, headers }, (response) => {
      text(response).then(resolve, reject);
    })
      .on('error', reject)
      .end();
  });
}

const encodeAll = (address: string) =>
  address.replace(/[^/]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);

/** Paths through which dev servers have been known to serve files. */
function addresses(file: string): string[] {
  const relative = path.relative(root, file);
  const paths = [
    `/${relative}`,
    `//${relative}`,
    `/./${relative}`,
    `/src/../${relative}`,
    `/src/..%2f${relative}`,
    `/@fs${file}`,
    `/@fs/${file}`,
    `/@fs${root}/src/../${relative}`,
    `/@id${file}`,
    `/@id/${file}`,
    `/@id/__x00__${file}`,
    file,
    `/${relative.replace('.data', '%2edata')}`,
    `/${relative.replace('.data', '%252edata')}`,
    `/${relative.replace('e2e', 'E2E')}`,
    `/${relative.replace('.data', '.DATA')}`,
    `/@fs${file.replace('.data', '%2edata')}`,
    `/@fs${file.replace('.data', './.data')}`,
    `/@fs${file.replaceAll('/', '%2f')}`,
    `/@fs${file.replaceAll('/', '\\')}`,
    encodeAll(`/${relative}`),
    `/@fs${encodeAll(file)}`,
  ];
  const endings = ['', '/', '/.', '.', '%20', '%00', '::$DATA', '~', '\\'];
  const queries = [
    '',
    '?raw',
    '?raw??',
    '?import',
    '?import&raw',
    '?import&raw??',
    '?raw&import',
    '?url',
    '?inline',
    '?import&url',
    '?import&inline',
    '?url&inline',
    '?inline&import',
    '?.svg?import&raw',
    '?.svg?.wasm?init',
    '?.wasm?init',
    '?import&?inline=1.wasm?init',
    '?import&url&inline',
    '?direct',
    '?html-proxy',
    '?html-proxy&index=0.js',
    '?worker',
    '?sharedworker&inline',
    '?worker&inline',
    '?v=1',
    '?t=1',
    '?commonjs-proxy',
    '#?raw',
    '?raw#',
    '#/../../index.html',
    '?/../../index.html',
  ];
  const plain = paths.flatMap((each) => queries.map((query) => `${each}${query}`));
  const ended = endings.flatMap((ending) =>
    queries.map((query) => `${paths[0] ?? ''}${ending}${query}`),
  );
  return [...plain, ...ended, ...paths.map((each) => `${each}.map`)];
}

/** Returns those addresses whose answers contain a part of the file. */
async function leaks(file: string): Promise<string[]> {
  const found: string[] = [];
  const left = addresses(file);
  const next = async () => {
    for (let address = left.pop(); address !== undefined; address = left.pop())
      for (const headers of [{}, { 'Sec-Fetch-Dest': 'script' }]) {
        const answer = await read(address, headers);
        if (shapes.some((shape) => answer.includes(shape))) found.push(address);
      }
  };
  await Promise.all(Array.from({ length: 8 }, next));
  return found;
}

it('A file elsewhere in the project can be read, so the addresses below would work', async () => {
  expect((await leaks(path.join(open, 'secret.js'))).length).toBeGreaterThan(20);
});

it.each(names)('[B18] The dev server serves nothing of e2e/.data: %s', async (name) => {
  expect(await leaks(path.join(folder, name))).toEqual([]);
});

it('The dev server serves nothing that Vite denies by default', async () => {
  const { server: defaults } = await resolveConfig({ configFile: false }, 'serve');
  expect(server.config.server.fs.deny).toEqual(expect.arrayContaining(defaults.fs.deny));
});
