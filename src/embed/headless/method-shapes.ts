/*
 * What the hooks say of a method. The package ships these types as they are: they say what the rules of src/mfa
 * give, and import nothing of them.
 */
import type { Method } from '../options.ts';

export type MethodState =
  | 'on'
  /** Set up and turned off. */
  | 'off'
  | 'not-set-up'
  /** Not for this account, or not in this browser. */
  | 'unavailable';

export type MethodAction =
  | 'turn-on'
  | 'turn-off'
  | 'make-primary'
  | 'set-up'
  | 'set-up-again'
  /** Magic links have nothing to set up: the link that is sent turns them on. */
  | 'send-link'
  | 'test';

export interface AccountMethod {
  type: Method;
  state: MethodState;
  /** Asked for first at sign-in. */
  isPrimary: boolean;
  /** What can be done now, the most likely first. */
  actions: readonly MethodAction[];
  /** Why an action of `actions` would be refused. */
  obstacles: Readonly<Partial<Record<MethodAction, 'required-by-organization'>>>;
  /** What would be left. To be said before a person turns it off. */
  ifTurnedOff: {
    /** The methods that would stay on: strongest first, then those that this version does not know. */
    remaining: readonly string[];
    /** Where this one is primary: the one that the backend makes primary then. */
    nextPrimary: Method | undefined;
  };
}

export type Protection =
  | { kind: 'protected'; on: number; of: number; primary: Method | undefined }
  /** No method is on. */
  | { kind: 'unprotected' }
  /** No method is on, and the organization requires one. */
  | { kind: 'missing' };

/** The step that would protect the account best on this device. */
export interface Recommendation {
  method: Method;
  /** To turn on where it is `is-off`; else to set up. */
  reason:
    | 'is-off'
    | 'cannot-be-phished'
    | 'no-passkeys-on-this-device'
    | 'beside-passkey'
    | 'works-offline';
}
