'use client';

/*
 * What `mfa-settings/headless` exports: the settings without screens, for a page that brings its own.
 * docs/embed.md shows how to use it.
 */
export type {
  ActionName,
  CookieSession,
  Method,
  PlannedAction,
  SessionTokens,
  SettingsEvent,
  TokenSession,
} from '../options.ts';
export { MfaProvider, type MfaProviderProps } from './mfa-provider.tsx';
export type * from './shapes.ts';
export { useDevices, useSessions } from './use-devices.ts';
export { useActivateLink, useMagicLink } from './use-link.ts';
export {
  useMakePrimary,
  useMethods,
  useReset,
  useSession,
  useTurnOff,
  useTurnOn,
} from './use-methods.ts';
export { useProve, useRecentProof, useStepUp } from './use-proof.ts';
export { useAuthenticatorSetUp, usePasskeys, usePasskeySetUp } from './use-set-up.ts';
