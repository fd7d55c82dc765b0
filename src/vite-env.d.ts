/// <reference types="vite/client" />

interface ImportMetaEnv {
  readonly VITE_BACKEND_URL?: string;
  readonly VITE_SUPPORT_EMAIL?: string;
  readonly VITE_FORGOT_PASSWORD_URL?: string;
}

/** Lingui's plugin compiles a catalogue where it is imported. */
declare module '*.po' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}
