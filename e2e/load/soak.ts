/**
 * `npm run load:memory [minutes]`: repeats the same mixed calls on the embedded database and on
 * Postgres, and measures memory after each round. Fails when the last third of the rounds needs a
 * tenth more heap than the second third.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseLocation } from '../backend/database/open-database.ts';
import { startPostgres } from '../backend/postgres/start-postgres.ts';
import { newDatabase } from '../backend/testing/start-test-backend.ts';
import { drive } from './drive.ts';
import type { Call } from './drive.ts';
import { openMailSink } from './mail-sink.ts';
import { password, seed } from './seed.ts';
import { startServer } from './start-server.ts';

const minutes = Number(process.argv[2] ?? 10);
const rounds = 12;
setPriority(10);

async function soak(name: string, database: DatabaseLocation): Promise<void> {
  const secretKey = randomBytes(32);
  const appUrl = 'http://localhost:3000';
  const { people } = await seed({ database, secretKey, appUrl, links: 0 });
  const sink = await openMailSink();
  const server = await startServer({
    database,
    processes: 1,
    appUrl,
    port: 0,
    secretKey: secretKey.toString('hex'),
    smtpUrl: sink.smtpUrl,
  });
  let turn = 0;
  const next = (): Call => {
    turn += 1;
    const { token, email } = people[turn % people.length] ?? { token: '', email: '' };
    const mfaType = Math.floor(turn / people.length) % 2 === 0 ? 'MAGIC_LINK' : 'GOOGLE_AUTH';
    const calls: Call[] = [
      { method: 'GET', path: '/mfa/status', token },
      { method: 'GET', path: '/mfa/methods', token },
      { method: 'POST', path: '/mfa/primary', token, body: { mfaType } },
      { method: 'POST', path: '/mfa/magic-link/activate', body: { token: 'not a link' } },
      { method: 'POST', path: '/user/login', body: { email, password } },
    ];
    return calls[Math.floor(turn / 7) % calls.length] ?? { method: 'GET', path: '/mfa/status' };
  };
  const heaps: number[] = [];
  const resident: number[] = [];
  const answers: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1) {
    const seconds = (minutes * 60) / rounds;
    const { statuses, errors } = await drive({ url: server.url, connections: 8, seconds, next });
    for (const [status, count] of Object.entries({ ...statuses, without: errors }))
      answers[status] = (answers[status] ?? 0) + count;
    const { heapUsed, rss } = await server.memory();
    heaps.push(heapUsed / 2 ** 20);
    resident.push(rss / 2 ** 20);
  }
  await server.stop();
  await sink.close();

  const third = rounds / 3;
  const [second, last] = [heaps.slice(third, 2 * third), heaps.slice(2 * third)].map(median);
  const isFlat = (last ?? 0) <= (second ?? 0) * 1.1;
  const isWell = Object.keys(answers).every((status) => answers[status] === 0 || status < '500');
  console.log(`${name}, ${String(minutes)} minutes; answers by status: ${JSON.stringify(answers)}`);
  console.log(`  heap after each round, MB: ${heaps.map((mb) => mb.toFixed(1)).join(' ')}`);
  console.log(`  resident, MB: ${resident.map((mb) => mb.toFixed(0)).join(' ')}`);
  console.log(isFlat ? '  Flat.' : '  NOT FLAT.');
  if (!isFlat || !isWell) process.exitCode = 1;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const folder = await mkdtemp(path.join(tmpdir(), 'soak-'));
try {
  await soak('Embedded', { kind: 'folder', path: path.join(folder, 'data') });
} finally {
  await rm(folder, { recursive: true });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
const postgres = await startPostgres(true);
try {
  await soak(postgres.version, await newDatabase(postgres.url));
} finally {
  await postgres.stop();
}
