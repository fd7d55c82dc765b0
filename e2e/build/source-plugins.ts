import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import type { PluginOption } from 'vite';
import babel from 'vite-plugin-babel';
import { sessionSource } from './session-source.ts';
import { wordsOfParts } from './words-of-parts.ts';

/**
 * What turns the files of `src` into JavaScript, in every build of them.
 * @param source where the session comes from; by VITE_SESSION_SOURCE where it is left out
 */
export function sourcePlugins(source?: 'embed'): PluginOption[] {
  return [
    sessionSource(source),
    wordsOfParts(),
    // Lingui's macros: sentences stand where they are shown, and are taken out at build time.
    babel({
      include: /src\/.*\.tsx?$/,
      babelConfig: {
        babelrc: false,
        configFile: false,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: ['@lingui/babel-plugin-lingui-macro'],
      },
    }),
    react(),
    lingui(),
  ];
}
