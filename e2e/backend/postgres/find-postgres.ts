import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const sudo = process.getuid?.() === 0 ? '' : 'sudo -n ';
const install = `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends postgresql`;

/**
 * Returns the folder of Postgres's programs: the newest of Debian's, the one on PATH, or a new
 * installation.
 */
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
  // Debian keeps the programs that create a cluster in one folder per version, which is not on
  // PATH.
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
