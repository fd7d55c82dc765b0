/**
 * `npm run serve`: serves the built app and the backend until it gets SIGTERM or SIGINT. It does not
 * start on a database that lacks migrations; `--migrate` applies them first. `--dist <folder>` names
 * another build than `dist`, `--env <file>` a file with variables.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { demoEmails } from '../backend/dev/demo-accounts.ts';
import { logFailure } from '../backend/log.ts';
import { readServerConfiguration } from './read-server-configuration.ts';
import { createLog } from './server-log.ts';
import { startServer } from './start-server.ts';

let log = createLog();

// Node would print these with their messages, which may contain secrets.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    logFailure('The process ends because of an unexpected error', error);
    process.exit(1);
  });

try {
  const { values: asked } = parseArgs({
    options: {
      migrate: { type: 'boolean', default: false },
      dist: { type: 'string', default: path.join(import.meta.dirname, '../../dist') },
      env: { type: 'string' },
    },
  });
  if (asked.env !== undefined) process.loadEnvFile(asked.env);
  log = createLog(process.env['LOG_LEVEL']);
  const { drainMilliseconds, ...options } = await readServerConfiguration(process.env);
  const migrations = asked.migrate ? 'apply' : 'require';
  const server = await startServer({
    ...options,
    dist: asked.dist,
    backend: { ...options.backend, migrations },
    log,
  });
  const { appUrl, port, metricsPort } = server;
  const { demo } = options.backend;
  log.info({ host: options.host, port, appUrl, metricsPort }, 'The server is ready');
  if (demo)
    log.info(
      { mailbox: new URL('/dev/mailbox', appUrl).href, signInAs: demoEmails },
      'This is a demo',
    );

  const impatience = new AbortController();
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    // The second signal shortens the wait.
    if (isStopping) return impatience.abort();
    isStopping = true;
    log.info({ signal }, 'The server stops');
    void server.stop(drainMilliseconds, impatience.signal).then(() => {
      log.info('The server has stopped');
      process.exit(0);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  // A person has to fix what keeps the server from starting: a sentence, and no stack.
  log.fatal(explain(error));
  process.exit(1);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // What the database said is in the cause.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
