import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import babel from 'vite-plugin-babel';
import { defineConfig } from 'vitest/config';

export default defineConfig(async () => ({
  plugins: [
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
  ],
  test: {
    // Loaded only under Vitest: it brings Playwright with it.
    projects: process.env['VITEST']
      ? (await import('./e2e/workshop/vitest-projects.ts')).vitestProjects()
      : [],
  },
}));
