import { type ComponentType, lazy } from 'react';

/** A component by its name in a module that is loaded when it is first shown. */
export function lazyPage<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}
