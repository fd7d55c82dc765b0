'use client';

/*
 * What `mfa-settings/headless` exports: the settings without screens, for a page that brings its own.
 * docs/embed.md shows how to use it. All times are
 * milliseconds since the epoch, by this device's clock; those of sessions and devices by the backend's.
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
export type {
  AccountMethod,
  MethodAction,
  MethodState,
  Protection,
  Recommendation,
} from './method-shapes.ts';
export type { MfaError, MfaErrorCode } from './read-error.ts';
export type { Action, Outcome } from './use-action.ts';
export {
  type AccountDevice,
  type AccountSession,
  type Devices,
  type Sessions,
  useDevices,
  useSessions,
} from './use-devices.ts';
export { type Activation, type MagicLink, useActivateLink, useMagicLink } from './use-link.ts';
export {
  type Methods,
  type SessionState,
  useMakePrimary,
  useMethods,
  useReset,
  useSession,
  useTurnOff,
  useTurnOn,
} from './use-methods.ts';
export {
  type Prove,
  type RecentProof,
  type StepUp,
  type Way,
  useProve,
  useRecentProof,
  useStepUp,
} from './use-proof.ts';
export {
  type AuthenticatorSetUp,
  type PasskeyChoice,
  type PasskeySetUp,
  type Passkeys,
  useAuthenticatorSetUp,
  usePasskeys,
  usePasskeySetUp,
} from './use-set-up.ts';
