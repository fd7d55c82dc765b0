import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../.results/observatory');
const observatory = path.join(folder, 'node_modules/@mdn/mdn-http-observatory');

/**
 * Returns the path of MDN HTTP Observatory's scanner. It is not a dependency, because it brings a
 * web server, a database and an install script. The script is not run.
 */
export function fetchObservatory(): string {
  if (!existsSync(observatory)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    const install = 'install --ignore-scripts --no-audit --no-fund @mdn/mdn-http-observatory@1.4.8';
    execFileSync('npm', install.split(' '), {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  // The script would download the list of domains that browsers only open over HTTPS. localhost is
  // not in it.
  writeFileSync(path.join(observatory, 'conf/hsts-preload.json'), '{}');
  return path.join(observatory, 'src/scan.js');
}
