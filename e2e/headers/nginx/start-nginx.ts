import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../workshop/free-port.ts';
import type { Certificate } from './make-certificate.ts';
import { findNginx } from './find-nginx.ts';

const dist = path.join(import.meta.dirname, '../../../dist');

export interface Nginx {
  /** The address of the app. */
  url: string;
  /** Its access log so far. */
  readAccessLog(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts nginx with the configuration that the build wrote, on a free port of 127.0.0.1, in front
 * of a backend.
 */
export async function startNginx(backend: string, certificate?: Certificate): Promise<Nginx> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const log = path.join(folder, 'access.log');
  const configuration = path.join(folder, 'nginx.conf');
  await writeFile(configuration, configure({ folder, port, log, backend, certificate }));
  const nginx = spawn(findNginx(), ['-p', folder, '-c', configuration, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(nginx, 'exit');
  // An interrupted run does not call `stop`.
  const end = () => nginx.kill();
  process.once('exit', end);
  const said = createInterface(nginx.stderr);
  const lines: string[] = [];
  let isUp = false;
  for await (const [line] of on(said, 'line', { close: ['close'] }) as AsyncIterable<[string]>) {
    lines.push(line);
    // nginx listens by then.
    isUp = line.includes('start worker process ');
    if (isUp) break;
  }
  if (!isUp) throw new Error(`nginx did not start:\n${lines.join('\n')}`);
  return {
    url: `${certificate ? 'https' : 'http'}://localhost:${String(port)}`,
    readAccessLog: () => readFile(log, 'utf8'),
    stop: async () => {
      process.off('exit', end);
      end();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

interface Place {
  folder: string;
  port: number;
  log: string;
  backend: string;
  certificate: Certificate | undefined;
}

function configure({ folder, port, log, backend, certificate }: Place): string {
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
    root ${dist};
    include ${dist}/_nginx.conf;
  }
}
`;
}
