import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { readServerConfiguration } from './read-server-configuration.ts';
import { createLog } from './server-log.ts';

const production = {
  APP_URL: 'https://mfa.example.com',
  DATABASE_URL: 'postgres://localhost/mfa',
  SECRET_KEY: randomBytes(32).toString('base64'),
  SMTP_URL: 'smtp://localhost',
};

it('The environment says where to listen, whom to trust, and how long to wait', async () => {
  const environment = {
    ...production,
    HOST: '0.0.0.0',
    PORT: '8080',
    API_HOST: 'api.example.com',
    DRAIN_SECONDS: '5',
  };
  const options = await readServerConfiguration({ ...environment, TRUSTED_PROXY: '10.0.0.0/8' });
  expect(options).toMatchObject({
    backend: { appUrl: 'https://mfa.example.com', demo: false },
    host: '0.0.0.0',
    port: 8080,
    apiHost: 'api.example.com',
    drainMilliseconds: 5000,
  });
  expect(options.trustedProxies.check('10.1.2.3', 'ipv4')).toBe(true);
});

it('By default only this machine can reach the server, and no proxy is trusted', async () => {
  const { host, port, drainMilliseconds, trustedProxies } =
    await readServerConfiguration(production);
  expect({ host, port, drainMilliseconds }).toEqual({
    host: '127.0.0.1',
    port: 3000,
    drainMilliseconds: 0,
  });
  expect(trustedProxies.rules).toEqual([]);
});

it.each([
  [{ SMTP_URL: undefined }, 'SMTP_URL must be set, or nobody gets the mails.'],
  [{ APP_URL: 'http://mfa.example.com' }, 'APP_URL must begin with https://'],
  [{ PORT: '80a' }, 'PORT must be a whole number up to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number'],
  [{ DRAIN_SECONDS: '-1' }, 'DRAIN_SECONDS must be a whole number up to 600.'],
  [{ TRUSTED_PROXY: 'yes' }, 'TRUSTED_PROXY must list addresses or networks'],
])('With %o it does not start', async (environment, message) => {
  await expect(readServerConfiguration({ ...production, ...environment })).rejects.toThrow(message);
});

it('A level of the log that does not exist is refused', () => {
  expect(() => createLog('loud')).toThrow('LOG_LEVEL must be one of trace, debug, info');
});
