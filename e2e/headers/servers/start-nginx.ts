import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostFolder, siteAtRoot } from '../../support/site.ts';
import type { Site } from '../../support/site.ts';
import { freePort } from '../../workshop/free-port.ts';
import type { Certificate } from './make-certificate.ts';
import { findProgram } from '../../workshop/find-program.ts';
import { startProcess } from './start-process.ts';

export interface WebServer {
  /** The address of the host, without a slash at its end. */
  url: string;
  /** Its access log so far. */
  readAccessLog(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts nginx with the configuration that the build wrote, on a free port of 127.0.0.1, in front
 * of a backend.
 */
export async function startNginx(
  backend: string,
  site: Site = siteAtRoot,
  certificate?: Certificate,
): Promise<WebServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const log = path.join(folder, 'access.log');
  const configuration = path.join(folder, 'nginx.conf');
  await writeFile(configuration, configure({ folder, port, log, backend, site, certificate }));
  const stop = await startProcess({
    program: findProgram('nginx'),
    args: ['-p', folder, '-c', configuration, '-e', 'stderr'],
    // nginx listens by then.
    ready: 'start worker process ',
  });
  return {
    url: `${certificate ? 'https' : 'http'}://localhost:${String(port)}`,
    readAccessLog: () => readFile(log, 'utf8'),
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}

interface Place {
  folder: string;
  port: number;
  log: string;
  backend: string;
  site: Site;
  certificate: Certificate | undefined;
}

function configure({ folder, port, log, backend, site, certificate }: Place): string {
  // One port for both: requests without TLS are redirected, as on port 80.
  const listen = certificate
    ? `listen 127.0.0.1:${String(port)} ssl;
    ssl_certificate ${certificate.certificate}; ssl_certificate_key ${certificate.key};
    error_page 497 =301 https://$http_host$request_uri;`
    : `listen 127.0.0.1:${String(port)};`;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr notice;
# The build may lie where only root may read, and root starts it only where nobody else works.
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log ${log};
${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n')}
  upstream mfa_backend { server ${new URL(backend).host}; }
  server {
    ${listen}
    root ${hostFolder(site)};
    include ${site.dist}/_nginx.conf;
  }
}
`;
}
