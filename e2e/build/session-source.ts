import path from 'node:path';
import type { Plugin } from 'vite';

const api = path.join(import.meta.dirname, '../../src/api');

/** Which modules stand in the place of others, for each source of the session. */
const sources: Record<string, Record<string, string>> = {
  own: {},
  tokens: { 'tokens.ts': 'host-session.ts', 'refresh.ts': 'host-session.ts' },
  cookies: {
    'tokens.ts': 'host-session.ts',
    'refresh.ts': 'host-session.ts',
    'sign-request.ts': 'sign-by-cookie.ts',
  },
  // The library chooses by the session that it is given: see e2e/embed/in-place.ts.
  embed: {},
};

/**
 * Chooses where the session comes from, by VITE_SESSION_SOURCE: `own` (the app's sign-in, by default),
 * `tokens` or `cookies`, which the page around the app hands over. The build contains one source alone.
 * The library is `embed`.
 */
export function sessionSource(source = process.env['VITE_SESSION_SOURCE'] ?? 'own'): Plugin {
  const replaced = sources[source];
  if (!replaced)
    throw new Error(
      `VITE_SESSION_SOURCE must be one of ${Object.keys(sources).join(', ')}, not ${source}.`,
    );
  return {
    name: 'session-source',
    enforce: 'pre',
    // Known at build time, so that what the other sources need is left out.
    config: () => ({ define: { 'import.meta.env.VITE_SESSION_SOURCE': JSON.stringify(source) } }),
    async resolveId(id, importer) {
      const replacement = replaced[path.basename(id)];
      if (replacement === undefined || importer === undefined) return;
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found && path.dirname(found.id) === api ? path.join(api, replacement) : found;
    },
  };
}
