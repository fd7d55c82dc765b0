import { expect, it } from 'vitest';
import { backendOrigin, basePath, checkBase } from './hosted-build.ts';

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

it.each([
  ['https://api.example', 'https://api.example'],
  ['https://api.example/v1/', 'https://api.example'],
  ['http://localhost:4000', 'http://localhost:4000'],
  ['', undefined],
  [undefined, undefined],
])('A build for the backend %j may call %j', (url, origin) => {
  expect(backendOrigin(url)).toBe(origin);
});

it.each([
  ['/api', 'must be a whole address, such as https://backend.example.com, not /api.'],
  ['api.example', 'must be a whole address'],
  ['//api.example', 'must be a whole address'],
  ['https://', 'must be a whole address'],
  ['ftp://api.example', 'must be a whole address'],
  ['https://user@api.example', 'must have neither'],
  ['https://api.example?a', 'must have neither'],
])('A build for the backend %j is refused', (url, why) => {
  expect(() => backendOrigin(url)).toThrow(why);
});
