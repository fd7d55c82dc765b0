import type { Plugin } from 'vite';

/**
 * Vite wraps every dynamic import in a helper that preloads styles and further chunks. Here, chunks
 * contain their styles and preload nothing, so the helper would only add 0.7 kB gzip to the first load.
 * Vite has no option to leave it out, hence the removal of the plugin that adds it.
 */
export function noPreloadHelper(): Plugin {
  return {
    name: 'no-preload-helper',
    apply: 'build',
    configResolved({ plugins }) {
      const index = plugins.findIndex(({ name }) => name === 'native:import-analysis-build');
      if (index === -1) throw new Error('Vite adds its preload helper in another plugin now.');
      // Typed as readonly, but Vite reads the list again after this hook.
      Reflect.apply(Array.prototype.splice, plugins, [index, 1]);
    },
  };
}
