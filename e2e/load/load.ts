/**
 * `npm run load [seconds a run] [links]`: measures throughput and latency of the busiest calls,
 * and checks afterwards what must hold, on the embedded database and on Postgres, with one process
 * and with two.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { hashPassword, isPasswordRight } from '../backend/crypto/passwords.ts';
import { openDatabase } from '../backend/database/open-database.ts';
import type { DatabaseLocation } from '../backend/database/open-database.ts';
import { startPostgres } from '../backend/postgres/start-postgres.ts';
import { newDatabase } from '../backend/testing/start-test-backend.ts';
import { findBreaches } from './find-breaches.ts';
import { openMailSink } from './mail-sink.ts';
import { measure } from './measure.ts';
import { password, seed } from './seed.ts';
import { startServer } from './start-server.ts';

const seconds = Number(process.argv[2] ?? 10);
const links = Number(process.argv[3] ?? 500);
setPriority(10);

async function load(name: string, database: DatabaseLocation, processes: number): Promise<void> {
  const secretKey = randomBytes(32);
  const appUrl = 'http://localhost:3000';
  const seeded = await seed({ database, secretKey, appUrl, links });
  const sink = await openMailSink();
  const server = await startServer({
    database,
    processes,
    appUrl,
    port: 0,
    secretKey: secretKey.toString('hex'),
    smtpUrl: sink.smtpUrl,
  });
  const heaps: string[] = [];
  const measured = await measure(server.url, seconds, seeded, async (call) => {
    const { heapUsed, rss } = await server.memory();
    heaps.push(`${call} ${megabytes(heapUsed)}/${megabytes(rss)}`);
  });
  await server.stop();
  await sink.close();
  const { database: after, close } = await openDatabase(database);
  const breaches = await findBreaches(measured, after, links, sink.count);
  await close();

  console.log(`\n### ${name}, ${String(processes)} process${processes === 1 ? '' : 'es'}\n`);
  console.log('| call | per second | p50 ms | p99 ms | answers | without |');
  console.log('| --- | --: | --: | --: | --- | --: |');
  for (const { name: call, perSecond, p50, p99, statuses, errors } of measured) {
    const answers = Object.entries(statuses).map(
      ([status, count]) => `${String(count)} × ${status}`,
    );
    console.log(
      `| ${call} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${answers.join(', ')} | ${String(errors)} |`,
    );
  }
  console.log(`\nMemory after each, heap/resident in MB: ${heaps.join(', ')}.`);
  console.log(breaches.length === 0 ? 'All invariants hold.' : `BROKEN: ${breaches.join('; ')}`);
  if (breaches.length > 0) process.exitCode = 1;
}

/** The median of 21 measurements, in milliseconds: the least that a sign-in costs. */
async function timeHash(): Promise<number> {
  const passwordHash = await hashPassword(password);
  const times: number[] = [];
  for (let index = 0; index < 21; index += 1) {
    const start = performance.now();
    await isPasswordRight(passwordHash, password);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[10] ?? Number.NaN;
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);

console.log(`${String(cpus().length)} cores, Node ${process.version}, ${cpus()[0]?.model ?? ''}`);
console.log(`One password hash, alone: ${(await timeHash()).toFixed(0)} ms`);
const folder = await mkdtemp(path.join(tmpdir(), 'load-'));
try {
  await load('Embedded', { kind: 'folder', path: path.join(folder, 'data') }, 1);
} finally {
  await rm(folder, { recursive: true });
}
// Ctrl-C ends the server too; this process continues until it has stopped Postgres, which would
// otherwise keep running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
const postgres = await startPostgres(true);
try {
  console.log(`\n${postgres.version}`);
  for (const processes of [1, 2])
    await load('Postgres', await newDatabase(postgres.url), processes);
} finally {
  await postgres.stop();
}
