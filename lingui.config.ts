import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { languages } from './src/locales/languages.ts';

/** Folders that are not in the first load bring their sentences along, in a catalogue of their own. */
const lazyFolders = [
  'src/activation',
  'src/app/account-menu',
  'src/app/not-found',
  'src/app/preferences',
  'src/embed',
  'src/mfa/dialogs',
  'src/mfa/just-set-up-notice',
  'src/mfa/link-notice',
  'src/mfa/owned',
  'src/mfa/row-menu',
  'src/session/second-step',
  'src/session/sign-in',
  'src/organization',
  'src/devices',
  'src/password',
  'src/passkey',
  'src/proof',
  'src/proof/login-refusal',
];

/** Parts of `ui` that only lazy folders use; they share one catalogue. */
const lazyParts = [
  'src/ui/confirm-buttons.tsx',
  'src/ui/dialog.tsx',
  'src/ui/email-field.tsx',
  'src/ui/password-field.tsx',
];

export default defineConfig({
  sourceLocale: 'en',
  locales: Object.keys(languages),
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: ['src'],
      exclude: [
        ...lazyFolders.map((folder) => `**/${folder}/**`),
        ...lazyParts.map((file) => `**/${file}`),
      ],
    },
    ...lazyFolders.map((folder) => ({
      path: `<rootDir>/${folder}/locales/{locale}`,
      include: [folder],
      exclude: lazyFolders
        .filter((other) => other.startsWith(`${folder}/`))
        .map((other) => `**/${other}/**`),
    })),
    { path: '<rootDir>/src/ui/locales/{locale}', include: lazyParts },
  ],
  // Without line numbers, so that moving a sentence down a line changes no catalogue.
  format: formatter({ lineNumbers: false }),
});
