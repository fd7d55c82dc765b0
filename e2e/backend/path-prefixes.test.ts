import { expect, it } from 'vitest';
import { isBackendPath } from './path-prefixes.ts';
import { routes } from './routes.ts';

it.each(routes.map(({ path }) => path))('%s goes to the backend', (path) => {
  for (const url of [path, `${path}?page=2`, path.replace(/:\w+/, 'some-id')])
    expect(isBackendPath(url)).toBe(true);
});

it.each([
  '/',
  '/organization',
  '/organization?tab=members',
  '/your-devices',
  '/your-devices/some-id',
  '/devices.html',
  '/devices-of-mine',
  '/sessions2',
  '/assets/devices/x.js',
  '/reset-password?token=x',
  '/mfa',
  '/user',
])('%s is a page or a file of the app', (url) => {
  expect(isBackendPath(url)).toBe(false);
});
