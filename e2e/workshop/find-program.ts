import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const sudo = process.getuid?.() === 0 ? '' : 'sudo -n ';

/**
 * Returns the path of a program: an existing one, or a new installation from Debian.
 * @param debianPackage which has the program, where its name is another
 */
export function findProgram(name: string, debianPackage = name): string {
  const found = look(name);
  if (found !== undefined) return found;
  const install = `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${debianPackage}`;
  console.log(`No ${name} yet: ${install}`);
  spawnSync(install, { shell: true, stdio: 'inherit' });
  const installed = look(name);
  if (installed === undefined)
    throw new Error(`No ${name} found, and it could not be installed. Put it on PATH.`);
  return installed;
}

function look(name: string): string | undefined {
  // Debian has nginx on the PATH of root only.
  return [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin']
    .map((folder) => path.join(folder, name))
    .find((program) => existsSync(program));
}
