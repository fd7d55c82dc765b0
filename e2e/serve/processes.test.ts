import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newDatabase } from '../backend/testing/start-test-backend.ts';
import { freePort } from '../workshop/free-port.ts';
import { writeSmallBuild } from './write-small-build.ts';

const server = process.env['TEST_DATABASE_URL'];
const root = path.join(import.meta.dirname, '../..');

/** A process of `npm run serve` or `npm run migrate`, and what it has said so far. */
class Program {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(script: string, args: string[], environment: NodeJS.ProcessEnv) {
    const { PATH } = process.env;
    // As people start it, so that signals have to pass through npm.
    this.#child = spawn('npm', ['run', '--silent', script, '--', ...args], {
      cwd: root,
      env: { PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      createInterface(stream!).on('line', (line) => this.lines.push(line));
    this.#ended = once(this.#child, 'close').then(([code]) => code as number | null);
  }

  events(): { msg: string; level: string }[] {
    return this.lines.map((line) => JSON.parse(line) as { msg: string; level: string });
  }

  async isUp(): Promise<void> {
    await vi.waitUntil(() => this.events().some(({ msg }) => msg === 'The server is ready'), {
      timeout: 20_000,
    });
  }

  stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    return this.#ended;
  }

  end(): Promise<number | null> {
    return this.#ended;
  }
}

/** The whole processes, as a supervisor starts and stops them. */
describe.skipIf(server === undefined)('Processes on one Postgres', () => {
  let dist: string;
  let environment: NodeJS.ProcessEnv;
  const running: Program[] = [];
  beforeAll(async () => {
    dist = await writeSmallBuild();
    const database = await newDatabase(server);
    environment = {
      DATABASE_URL: database.kind === 'postgres' ? database.url : '',
      SECRET_KEY: randomBytes(32).toString('base64'),
      SMTP_URL: 'smtp://127.0.0.1:1',
    };
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((program) => program.stop()));
  });
  afterAll(() => rm(dist, { recursive: true }));

  const start = (script: string, args: string[] = [], more: NodeJS.ProcessEnv = {}) => {
    const program = new Program(script, args, { ...environment, ...more });
    running.push(program);
    return program;
  };
  const serve = async (args: string[] = []) => {
    const port = String(await freePort());
    const options = { PORT: port, APP_URL: `http://localhost:${port}` };
    return { program: start('serve', ['--dist', dist, ...args], options), url: options.APP_URL };
  };

  it('A server does not start before the migrations; then two serve together, and stop in order', async () => {
    const early = await serve();
    expect(await early.program.end()).toBe(1);
    expect(early.program.events()).toMatchObject([
      { level: 'fatal', msg: expect.stringMatching(/lacks \d+ .*Run: npm run migrate$/) as string },
    ]);

    const { DATABASE_URL = '' } = environment;
    const migrate = new Program('migrate', [], { DATABASE_URL });
    expect(await migrate.end()).toBe(0);
    expect(migrate.lines).toEqual(['The database named by DATABASE_URL has all migrations.']);

    const both = await Promise.all([serve(), serve()]);
    await Promise.all(both.map(({ program }) => program.isUp()));
    for (const { url } of both) {
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      expect(await (await fetch(url)).text()).toContain('The page');
      expect((await fetch(`${url}/mfa/status`)).status).toBe(401);
    }
    for (const { program, url } of both) {
      expect(await program.stop()).toBe(0);
      expect(program.events().at(-1)).toMatchObject({ msg: 'The server has stopped' });
      await expect(fetch(url)).rejects.toThrow('fetch failed');
    }
  });

  it('Two servers that migrate at once take turns', async () => {
    const database = await newDatabase(server);
    environment = {
      ...environment,
      DATABASE_URL: database.kind === 'postgres' ? database.url : '',
    };
    const both = await Promise.all([serve(['--migrate']), serve(['--migrate'])]);
    await Promise.all(both.map(({ program }) => program.isUp()));
    for (const { url } of both) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('A file gives the variables to both', async () => {
    const file = path.join(dist, 'mfa.env');
    const port = String(await freePort());
    const variables = { ...environment, PORT: port, MAIL_FROM: 'Example <no-reply@example.com>' };
    const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    await writeFile(file, ['# As systemd and Docker read it, too.', ...lines].join('\n'));
    const migrate = new Program('migrate', ['--env', file], {});
    expect(await migrate.end()).toBe(0);
    expect(migrate.lines).toEqual(['The database named by DATABASE_URL has all migrations.']);
    const served = new Program('serve', ['--dist', dist, '--env', file], {});
    running.push(served);
    await served.isUp();
    expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200);

    const lost = start('serve', ['--env', `${file}.old`]);
    expect(await lost.end()).toBe(1);
    expect(lost.events()).toMatchObject([
      { level: 'fatal', msg: expect.stringContaining('mfa.env.old') as string },
    ]);
  });

  it('A mistake in the configuration is one sentence', async () => {
    const program = start('serve', [], { SMTP_URL: '', TRUSTED_PROXY: 'yes' });
    expect(await program.end()).toBe(1);
    expect(program.events()).toMatchObject([
      { level: 'fatal', msg: expect.stringContaining('TRUSTED_PROXY must list') as string },
    ]);
  });
});
