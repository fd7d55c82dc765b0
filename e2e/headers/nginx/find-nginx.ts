import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const sudo = process.getuid?.() === 0 ? '' : 'sudo -n ';
const install = `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends nginx`;

/** Returns the path of nginx: an existing one, or a new installation. */
export function findNginx(): string {
  const found = look();
  if (found !== undefined) return found;
  console.log(`No nginx yet: ${install}`);
  spawnSync(install, { shell: true, stdio: 'inherit' });
  const installed = look();
  if (installed === undefined)
    throw new Error('No nginx found, and none could be installed. Put one on PATH.');
  return installed;
}

function look(): string | undefined {
  // Debian has it on the PATH of root only.
  return [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin']
    .map((folder) => path.join(folder, 'nginx'))
    .find((program) => existsSync(program));
}
