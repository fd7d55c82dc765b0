/// <reference types="vite/client" />

interface ImportMetaEnv {
  readonly VITE_BACKEND_URL?: string;
  readonly VITE_SUPPORT_EMAIL?: string;
  readonly VITE_SESSION_SOURCE: 'own' | 'tokens' | 'cookies' | 'embed';
  readonly VITE_FORGOT_PASSWORD_URL?: string;
  /** A module that is told of events, below the project's folder. */
  readonly VITE_OBSERVER?: string;
}

/** Network Information, which not every browser has. */
interface Navigator {
  readonly connection?: { readonly saveData?: boolean };
}

/** Lingui's plugin compiles a catalogue where it is imported. */
declare module '*.po' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}

/** The module that VITE_OBSERVER names. */
declare module 'virtual:observer' {
  import type { AppEvent } from './api/observe.ts';
  export const onEvent: (event: AppEvent) => void;
}

/** All words of each language but English, which the library's build compiles. */
declare module 'virtual:embed-words' {
  import type { Words } from './lib/ask-for-words.ts';
  export const wordsOf: Readonly<Partial<Record<string, () => Promise<{ words: Words }>>>>;
}
