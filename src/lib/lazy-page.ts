import { type ComponentType, lazy } from 'react';

import { loadOrReload } from './load-or-reload.ts';

/**
 * A component that loads when it is first shown. `load` imports its module and picks it by name.
 */
export function lazyPage<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await loadOrReload(load) }));
}
