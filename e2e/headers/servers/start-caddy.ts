import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostFolder } from '../../support/site.ts';
import type { Site } from '../../support/site.ts';
import { freePort } from '../../workshop/free-port.ts';
import { findProgram } from '../../workshop/find-program.ts';
import type { WebServer } from './start-nginx.ts';
import { startProcess } from './start-process.ts';

/**
 * Starts Caddy with the configuration that the build wrote, on a free port of 127.0.0.1, in front
 * of a backend.
 */
export async function startCaddy(backend: string, site: Site): Promise<WebServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'caddy-'));
  const url = `http://localhost:${String(await freePort())}`;
  const log = path.join(folder, 'access.log');
  const configuration = path.join(folder, 'Caddyfile');
  await writeFile(
    configuration,
    `{
  admin off
}
${url} {
  bind 127.0.0.1
  root * ${hostFolder(site)}
  log {
    output file ${log}
  }
  import ${site.dist}/_Caddyfile
}
`,
  );
  const stop = await startProcess({
    program: findProgram('caddy'),
    args: ['run', '--config', configuration, '--adapter', 'caddyfile'],
    environment: {
      MFA_BACKEND: new URL(backend).host,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    },
    ready: 'serving initial configuration',
  });
  return {
    url,
    readAccessLog: () => readFile(log, 'utf8'),
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}
