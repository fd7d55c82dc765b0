import path from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

const name = 'virtual:observer';

/** Where `VITE_OBSERVER` names a module, the app tells it what happens. Otherwise nothing asks for it. */
export function observer(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'observer',
    configResolved(resolved) {
      config = resolved;
    },
    resolveId(id) {
      if (id !== name) return undefined;
      const file: unknown = config.env['VITE_OBSERVER'];
      if (typeof file !== 'string') throw new Error('VITE_OBSERVER names no module.');
      return path.resolve(config.root, file);
    },
  };
}
