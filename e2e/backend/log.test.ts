import { afterEach, expect, it, vi } from 'vitest';
import { escapeControls, logFailure } from './log.ts';

afterEach(() => vi.restoreAllMocks());

it('[CVE-2023-6484, B12] Characters that could end a line of the log are escaped', () => {
  expect(escapeControls('a\r\nb\u2028c\u001bd')).toBe(String.raw`a\u000d\u000ab\u2028c\u001bd`);
});

it('[B12] The messages of an error and its cause are not logged; their names and codes are', () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const cause = Object.assign(new TypeError('params: 123456'), { code: '23505' });
  logFailure('POST /mfa/enable', new Error('seed JBSWY3DP\n    at forged (place)', { cause }));
  const [[line]] = log.mock.calls as [[string]];
  expect(line).toMatch(/POST \/mfa\/enable \| Error \| TypeError 23505 \| at /);
  expect(line).not.toMatch(/JBSWY3DP|123456|forged/);
});
