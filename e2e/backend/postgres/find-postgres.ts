import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const sudo = process.getuid?.() === 0 ? '' : 'sudo -n ';
const install = `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends postgresql`;

/** The folder of Postgres' programs: the newest of Debian's, or the one on PATH, or newly installed. */
export function findPostgres(): string {
  const found = look();
  if (found !== undefined) return found;
  console.log(`No Postgres yet: ${install}`);
  spawnSync(install, { shell: true, stdio: 'inherit' });
  const installed = look();
  if (installed === undefined)
    throw new Error('No Postgres found, and none could be installed. Put its initdb on PATH.');
  return installed;
}

function look(): string | undefined {
  // Debian keeps the programs that make a cluster off PATH, in one folder per version.
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  return [
    ...versions
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => path.join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ].find((folder) =>
    ['initdb', 'pg_ctl'].every((program) => existsSync(path.join(folder, program))),
  );
}
