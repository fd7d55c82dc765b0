/**
 * Runs a command with a private Postgres server for the backend's tests, and exits with its code.
 * `npm run test:postgres` and `npm run test:mutation` use it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from './start-postgres.ts';

// Ctrl-C ends the command; this process continues until it has stopped the server, which would
// otherwise keep running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

const [command = '', ...words] = process.argv.slice(2);
const postgres = await startPostgres(false);
console.log(`${postgres.version}, on 127.0.0.1`);
try {
  const child = spawn(command, words, {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: postgres.url },
  });
  const [code] = (await once(child, 'close')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  await postgres.stop();
}
