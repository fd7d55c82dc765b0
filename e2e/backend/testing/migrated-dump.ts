import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrationsFolder } from '../database/missing-migrations.ts';
import { openPglite } from '../database/open-database.ts';

const root = path.join(import.meta.dirname, '../../..');
const cache = path.join(root, 'node_modules/.cache/mfa-settings');

/** An empty database with its tables. It opens in under a second; creating one takes several. */
export async function migratedDump(): Promise<Blob> {
  const file = path.join(cache, `${await fingerprint()}.tar`);
  return new Blob([await readFile(file).catch(() => make(file))]);
}

async function make(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const client = new PGlite();
  const { close } = await openPglite(client);
  const dump = await client.dumpDataDir('none');
  await close();
  const bytes = new Uint8Array(await dump.arrayBuffer());
  await mkdir(cache, { recursive: true });
  // Renamed into place, because several test files may create it at the same time.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, bytes);
  await rename(draft, file);
  return bytes;
}

/** Changes whenever the tables or the version of the engine change. */
async function fingerprint(): Promise<string> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'));
  const files = [
    path.join(root, 'package-lock.json'),
    ...names.toSorted().map((name) => path.join(migrationsFolder, name)),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex');
}
