import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readBrandOf } from '../brand/brand.ts';
import { explainWeakKey } from './crypto/weak-key.ts';
import type { DatabaseLocation } from './database/open-database.ts';
import { isLoopback } from './dev/is-loopback.ts';
import type { BackendOptions } from './start-backend.ts';

/** Contains the embedded database and its key; git ignores it. */
const defaultDataFolder = path.join(import.meta.dirname, '..', '.data');

/** Where the data is, from the environment. */
export function readDatabaseLocation(
  environment: NodeJS.ProcessEnv,
  dataFolder = defaultDataFolder,
): Exclude<DatabaseLocation, { kind: 'memory' }> {
  const url = environment['DATABASE_URL'];
  return url === undefined ? { kind: 'folder', path: dataFolder } : { kind: 'postgres', url };
}

/** The backend's options, from the environment. @param port where the app is served. */
export async function readConfiguration(
  environment: NodeJS.ProcessEnv,
  port: number,
  dataFolder = defaultDataFolder,
): Promise<BackendOptions> {
  const database = readDatabaseLocation(environment, dataFolder);
  const databaseUrl = database.kind === 'postgres' ? database.url : undefined;
  const appUrl = environment['APP_URL'] ?? `http://localhost:${String(port)}`;
  return {
    appUrl,
    allowedOrigins: readOrigins(environment['ALLOWED_ORIGINS']),
    brand: readBrandOf(environment),
    database,
    smtpUrl: environment['SMTP_URL'],
    mailFrom: environment['MAIL_FROM'],
    supportEmail: environment['SUPPORT_EMAIL'],
    secretKey: await readSecretKey(
      environment['SECRET_KEY'],
      databaseUrl === undefined ? dataFolder : undefined,
    ),
    demo: isLoopback(appUrl) && isDemoWanted(environment['DEMO'], databaseUrl),
  };
}

/** Origins with commas between them. Throws for anything that no browser would send as its origin. */
function readOrigins(list = ''): string[] {
  const origins = list.split(',').map((entry) => entry.trim());
  for (const origin of origins.filter(Boolean))
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new Error(
        `ALLOWED_ORIGINS must list origins such as https://app.example.com; ${origin} is none.`,
      );
  return origins.filter(Boolean);
}

/**
 * A Postgres database may hold real accounts, so demo accounts must be requested explicitly there.
 */
function isDemoWanted(demo: string | undefined, databaseUrl: string | undefined): boolean {
  return databaseUrl === undefined ? demo !== '0' : demo === '1';
}

async function readSecretKey(
  text: string | undefined,
  folder: string | undefined,
): Promise<Uint8Array> {
  if (text !== undefined) {
    return parseSecretKey(text.trim());
  }
  if (folder === undefined)
    throw new Error('DATABASE_URL is set, so SECRET_KEY must be, too: 32 bytes, in base64.');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'secret.key');
  // Written only where it is missing, never overwritten: the secrets in the database are encrypted
  // with it.
  await writeFile(file, randomBytes(32), { flag: 'wx', mode: 0o600 }).catch(ignoreExisting);
  return readFile(file);
}

function parseSecretKey(text: string): Uint8Array {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  // The decoder would skip characters that are not base64, such as the spaces between words.
  if (!isHex && !/^[\w+/-]{43}=?$/.test(text))
    throw new Error('SECRET_KEY must be 32 bytes, in hexadecimal or base64.');
  const key = Buffer.from(text, isHex ? 'hex' : 'base64');
  const weakness = explainWeakKey(text, key);
  if (weakness !== undefined)
    throw new Error(
      `SECRET_KEY ${weakness}, so it can be guessed. Make one with: openssl rand -base64 32`,
    );
  return key;
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
