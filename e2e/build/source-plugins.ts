import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin, PluginOption } from 'vite';
import babel from 'vite-plugin-babel';
import { sessionSource } from './session-source.ts';
import { wordsOfParts } from './words-of-parts.ts';

/**
 * What turns the files of `src` into JavaScript, in every build of them.
 * @param source where the session comes from; by VITE_SESSION_SOURCE where it is left out
 */
export function sourcePlugins(source?: 'embed'): PluginOption[] {
  return [sessionSource(source), wordsOfParts(), macros(), react(), lingui()];
}

/**
 * Lingui's macros: sentences stand where they are shown, and are taken out at build time. Babel is slow, so
 * only modules that use a macro go through it.
 */
function macros(): Plugin {
  const plugin = babel({
    include: /src\/.*\.tsx?$/,
    babelConfig: {
      babelrc: false,
      configFile: false,
      parserOpts: { plugins: ['typescript', 'jsx'] },
      plugins: ['@lingui/babel-plugin-lingui-macro'],
    },
  });
  const { transform } = plugin;
  if (typeof transform !== 'function')
    throw new Error('vite-plugin-babel transforms otherwise now.');
  return {
    ...plugin,
    transform: { filter: { id: /src\/.*\.tsx?$/, code: /\/macro['"]/ }, handler: transform },
  };
}
