import { expect, it } from 'vitest';
import { basePath, checkBase } from './hosted-build.ts';

it.each([
  ['/', undefined],
  ['/account/', undefined],
  ['/a/b-c/', 'https://app.example'],
  ['/account/', 'https://app.example/account'],
  ['/account/', 'https://app.example/account/'],
])('The base %s fits the address %s', (base, appUrl) => {
  expect(checkBase(base, appUrl)).toBe(base);
});

it.each([
  ['./', undefined, '--base must be a path'],
  ['https://cdn.example/', undefined, '--base must be a path'],
  ['/a"/', undefined, '--base must be a path'],
  ['/', 'https://app.example/account', 'APP_URL ends with /account/, but the build is for /.'],
  ['/b/', 'https://app.example/account', 'APP_URL ends with /account/, but the build is for /b/.'],
])('The base %s is refused at %s', (base, appUrl, why) => {
  expect(() => checkBase(base, appUrl)).toThrow(why);
});

it.each([
  ['https://app.example', '/'],
  ['https://app.example/account', '/account/'],
  ['https://app.example/account//', '/account/'],
])('%s is the address of an app at %s', (appUrl, base) => {
  expect(basePath(appUrl)).toBe(base);
});
