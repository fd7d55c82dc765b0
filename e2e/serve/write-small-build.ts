import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const page = '<!doctype html><title>The page</title>';
export const script = 'export const answer = 42;\n'.repeat(20);

/** A folder as the build writes it, with two files; for tests, which remove it. */
export async function writeSmallBuild(base = '/'): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dist-'));
  await mkdir(path.join(folder, 'assets'));
  const files = {
    'index.html': page,
    _headers: `${base}*
  Content-Security-Policy: default-src 'none'
  X-Frame-Options: DENY
${base}assets/app-1a2b.js
  Cache-Control: public, max-age=31536000, immutable
${base}sign-in
  Cache-Control: no-cache
  Link: <${base}assets/app-1a2b.js>; rel=modulepreload
`,
    _redirects: '/* /index.html 200\n',
    'assets/app-1a2b.js': script,
    'assets/app-1a2b.js.br': brotliCompressSync(script),
    'assets/app-1a2b.js.gz': gzipSync(script),
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(path.join(folder, name), content);
  return folder;
}
