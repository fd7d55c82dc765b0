import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../.results/observatory');
const observatory = path.join(folder, 'node_modules/@mdn/mdn-http-observatory');

/**
 * The path of MDN HTTP Observatory's scanner. It is no dependency: it brings a web server, a database
 * and an install script with it, which is not run.
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
  // The script would fetch the list of domains that browsers know to be HTTPS only: localhost is none.
  writeFileSync(path.join(observatory, 'conf/hsts-preload.json'), '{}');
  return path.join(observatory, 'src/scan.js');
}
