import { cp, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compressFile } from '../headers/compress-file.ts';
import { scriptHashes, styleHashes } from '../headers/script-hashes.ts';
import { offersPasskeys, passkeyEndpointsPath } from '../headers/well-known.ts';
import { brandPage } from './brand-page.ts';
import type { Brand } from './brand.ts';

/**
 * Writes a build again that wears a brand: its page, the page's compressed forms, and in the files for hosts the
 * policy and what password managers read. Nothing is built.
 *
 * @param from what `npm run build` wrote
 * @param to another folder, or the same
 */
export async function writeBrandedBuild(from: string, to: string, brand: Brand): Promise<void> {
  const own = await readFile(path.join(from, 'index.html'), 'utf8');
  const html = brandPage(own, brand);
  if (path.resolve(from) !== path.resolve(to)) await cp(from, to, { recursive: true });
  await writeFile(path.join(to, 'index.html'), html);
  await compressFile(path.join(to, 'index.html'));
  const hostFiles = (await readdir(to)).filter((name) => name.startsWith('_'));
  for (const name of [...hostFiles, passkeyEndpointsPath.slice(1)]) {
    const file = path.join(to, name);
    const text = await readFile(file, 'utf8');
    const policy = [scriptHashes, styleHashes].reduce(
      (text, hashes) => text.replaceAll(sources(hashes(own)), sources(hashes(html))),
      text,
    );
    await writeFile(file, offersPasskeys(html) ? policy : policy.replace(/"enroll":"[^"]*",/, ''));
  }
}

/** As the policy lists them. */
function sources(hashes: string[]): string {
  return hashes.map((hash) => `'${hash}'`).join(' ');
}

/** A branded copy that the caller removes. */
export async function copyBranded(dist: string, brand: Brand): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mfa-settings-'));
  await writeBrandedBuild(dist, folder, brand);
  return folder;
}
