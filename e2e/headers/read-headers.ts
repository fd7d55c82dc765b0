import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Headers = Record<string, string>;

export interface ReadHeaders {
  /** Where the app is on its host: `/`, or `/account/`. */
  base: string;
  /** What every answer gets. */
  common: Headers;
  headersOf: (url: string) => Headers;
}

/**
 * Reads the `_headers` that a build wrote. Returns what it gives to each path, as a static host
 * would: the rule for all, and the rule for this path.
 */
export function readHeaders(folder: string): ReadHeaders {
  const rules = new Map<string, Headers>();
  let rule: Headers = {};
  for (const line of readFileSync(path.join(folder, '_headers'), 'utf8').split('\n')) {
    const [name = '', ...value] = line.trim().split(': ');
    if (line.startsWith('  ')) rule[name] = value.join(': ');
    else rules.set(line, (rule = {}));
  }
  const [[forAll, common] = ['/*', {}]] = rules;
  return {
    base: forAll.slice(0, -1),
    common,
    headersOf(url) {
      const wild = `${url.slice(0, url.lastIndexOf('/'))}/*`;
      return { ...common, ...(rules.get(url) ?? rules.get(wild)) };
    },
  };
}
