import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../workshop/free-port.ts';
import { findPostgres } from './find-postgres.ts';

const run = promisify(execFile);

export interface Postgres {
  /** A user that may create databases. */
  url: string;
  version: string;
  stop(): Promise<void>;
}

/**
 * Starts a private server with its data in a new temporary folder, on a free port of 127.0.0.1.
 *
 * @param isDurable false is faster, but a power cut may lose committed data
 */
export async function startPostgres(isDurable: boolean): Promise<Postgres> {
  const programs = findPostgres();
  const folder = await mkdtemp(path.join(tmpdir(), 'postgres-'));
  const data = path.join(folder, 'data');
  const passwordFile = path.join(folder, 'password');
  const password = randomBytes(16).toString('hex');
  await writeFile(passwordFile, password, { mode: 0o600 });
  const isRoot = process.getuid?.() === 0;
  // initdb and pg_ctl refuse to run as root.
  if (isRoot) execFileSync('chown', ['-R', 'postgres', folder]);
  const postgres = (program: string, ...args: string[]) => {
    const command = path.join(programs, program);
    return isRoot
      ? run('runuser', ['-u', 'postgres', '--', command, ...args], { cwd: folder })
      : run(command, args, { cwd: folder });
  };
  const access = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
  await postgres('initdb', `--pgdata=${data}`, ...access, '--encoding=UTF8', '--no-locale');
  const port = String(await freePort());
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    ...(isDurable ? {} : { fsync: 'off' }),
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const log = path.join(folder, 'log');
  await postgres('pg_ctl', '-D', data, '-l', log, '-w', '-o', options.join(' '), 'start');
  const { stdout } = await postgres('postgres', '--version');
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    version: stdout.trim(),
    stop: async () => {
      await postgres('pg_ctl', '-D', data, '-m', 'fast', 'stop');
      await rm(folder, { recursive: true });
    },
  };
}
