import { isLoopback } from '../backend/dev/is-loopback.ts';
import { readConfiguration } from '../backend/read-configuration.ts';
import { parseTrustedProxies } from './client-address.ts';
import type { ServerOptions } from './start-server.ts';

/** The server's options, from the environment. Throws a sentence for whoever has to fix it. */
export async function readServerConfiguration(
  environment: NodeJS.ProcessEnv,
): Promise<Omit<ServerOptions, 'dist' | 'log'> & { drainMilliseconds: number }> {
  const port = readNumber(environment, 'PORT', 3000, 65_535);
  const backend = await readConfiguration(environment, port);
  const { protocol } = new URL(backend.appUrl);
  if (protocol !== 'https:' && !isLoopback(backend.appUrl))
    throw new Error('APP_URL must begin with https://, or browsers refuse passkeys.');
  if (backend.smtpUrl === undefined && !backend.demo)
    throw new Error('SMTP_URL must be set, or nobody gets the mails.');
  return {
    backend,
    port,
    host: environment['HOST'] ?? '127.0.0.1',
    apiHost: environment['API_HOST'],
    metricsPort:
      environment['METRICS_PORT'] === undefined
        ? undefined
        : readNumber(environment, 'METRICS_PORT', 0, 65_535),
    trustedProxies: parseTrustedProxies(environment['TRUSTED_PROXY'] ?? ''),
    drainMilliseconds: readNumber(environment, 'DRAIN_SECONDS', 0, 600) * 1000,
  };
}

function readNumber(
  environment: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  most: number,
): number {
  const text = environment[name] ?? String(otherwise);
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most)
    throw new Error(`${name} must be a whole number up to ${most}.`);
  return number;
}
