import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseTrustedProxies } from '../../serve/client-address.ts';
import { createLog } from '../../serve/server-log.ts';
import { startServer } from '../../serve/start-server.ts';
import { expect, test } from '../../support/test.ts';
import { freePort } from '../../workshop/free-port.ts';
import { findProgram } from '../../workshop/find-program.ts';
import { makeCertificate } from './make-certificate.ts';
import { startProcess } from './start-process.ts';

const host = 'mfa.example.com';
const page = path.join(import.meta.dirname, '../../../docs/deploy.md');

/** A proxy of docs/deploy.md with TLS on `port`, and nothing outside `folder`. */
interface Place {
  folder: string;
  port: number;
  /** Of `npm run serve`. */
  to: number;
}

/** The configuration on the page that has this line, with other ports and files. */
async function configurationWith(line: string, changes: [string, string][]): Promise<string> {
  const blocks = (await readFile(page, 'utf8')).matchAll(/^```\w*\n(.*?)^```$/gms);
  const found = [...blocks].flatMap(([, text = '']) => (text.includes(line) ? [text] : []));
  expect(found).toHaveLength(1);
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replaceAll(from, to);
  }, found.join(''));
}

/** @returns how to stop it, and the certificate that a client has to trust */
async function startNginxProxy({ folder, port, to }: Place) {
  const { certificate, key } = makeCertificate(folder, host);
  const site = await configurationWith(`server_name ${host};`, [
    ['listen 443', `listen 127.0.0.1:${port}`],
    ['/etc/ssl/mfa.pem', certificate],
    ['/etc/ssl/mfa.key', key],
    ['/var/log/nginx', folder],
    ['127.0.0.1:3000', `127.0.0.1:${to}`],
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  const file = path.join(folder, 'nginx.conf');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(
    file,
    `daemon off; pid ${folder}/nginx.pid; error_log stderr notice; ${user}
events {}
http {
${temporary}
${site}
}`,
  );
  const stop = await startProcess({
    program: findProgram('nginx'),
    args: ['-p', folder, '-c', file, '-e', 'stderr'],
    ready: 'start worker process ',
  });
  return { stop, certificate };
}

async function startCaddyProxy({ folder, port, to }: Place) {
  const site = await configurationWith(`${host} {`, [['127.0.0.1:3000', `127.0.0.1:${to}`]]);
  const file = path.join(folder, 'Caddyfile');
  await writeFile(
    file,
    `{
  admin off
  local_certs
  skip_install_trust
  default_bind 127.0.0.1
  https_port ${port}
  http_port ${await freePort()}
}
${site}`,
  );
  const stop = await startProcess({
    program: findProgram('caddy'),
    args: ['run', '--config', file, '--adapter', 'caddyfile'],
    environment: { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    ready: 'serving initial configuration',
  });
  return { stop, certificate: path.join(folder, 'caddy/pki/authorities/local/root.crt') };
}

test("The proxy of the page on deploying passes on who asked for what, and doesn't log a link's token", async ({
  appServer,
  site,
}) => {
  test.skip(site.base !== '/', 'One address is enough.');
  const folder = await mkdtemp(path.join(tmpdir(), 'proxy-'));
  const port = await freePort();
  const logged: Record<string, unknown>[] = [];
  const server = await startServer({
    backend: {
      appUrl: `https://${host}`,
      database: { kind: 'memory' },
      secretKey: Buffer.alloc(32, 7),
      demo: false,
    },
    dist: site.dist,
    host: '127.0.0.1',
    port: 0,
    trustedProxies: parseTrustedProxies('127.0.0.0/8'),
    log: createLog('info', {
      write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>),
    }),
  });
  const start = appServer === 'caddy' ? startCaddyProxy : startNginxProxy;
  const proxy = await start({ folder, port, to: server.port });
  try {
    const index = await readFile(path.join(site.dist, 'index.html'), 'utf8');
    // Caddy listens before it has made its certificate.
    await expect(async () => {
      expect(await ask(port, '/activate?token=secret', proxy.certificate)).toEqual([200, index]);
    }).toPass();
    await expect.poll(() => logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ path: '/activate', network: '127.0.0.0/24' });
    if (appServer === 'nginx') {
      const log = () => readFile(path.join(folder, 'mfa.log'), 'utf8');
      await expect.poll(log).toContain('"GET /activate" 200');
      expect(await log()).not.toContain('secret');
    }
  } finally {
    await proxy.stop();
    await server.stop();
    await rm(folder, { recursive: true });
  }
});

/** Returns the status and the body. Claims to come from another address, which nobody may choose. */
async function ask(port: number, address: string, certificate: string) {
  const sent = request({
    host: '127.0.0.1',
    port,
    path: address,
    servername: host,
    ca: await readFile(certificate),
    agent: false,
    headers: { Host: host, 'X-Forwarded-For': '203.0.113.9' },
  });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const body = Buffer.concat((await answer.toArray()) as Buffer[]).toString();
  return [answer.statusCode, body];
}
