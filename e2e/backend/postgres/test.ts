/** `npm run test:postgres`: the backend's tests on a Postgres of their own. Takes vitest's arguments. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from './start-postgres.ts';

// Ctrl-C ends vitest; this process goes on to stop the cluster, which would outlive it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

const postgres = await startPostgres(false);
console.log(`${postgres.version}, on 127.0.0.1`);
try {
  const vitest = spawn('vitest', ['run', '--project', 'backend', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: postgres.url },
  });
  const [code] = (await once(vitest, 'close')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  await postgres.stop();
}
