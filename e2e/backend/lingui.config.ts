import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { languages } from './http/languages.ts';

/** The sentences of the backend: those of its mails. A language is added by adding its catalogue. */
export default defineConfig({
  sourceLocale: 'en',
  locales: [...languages],
  catalogs: [
    {
      path: '<rootDir>/locales/{locale}',
      include: ['<rootDir>/mail'],
      exclude: ['**/*.test.ts'],
    },
  ],
  orderBy: 'messageId',
  // Each sentence is its own id, because the sources run as they are, without Lingui's macros.
  format: formatter({ lineNumbers: false, explicitIdAsDefault: true }),
});
