/*
 * What the hooks give. The package ships these types as they are, so this module imports none but those of the
 * options. All times are milliseconds since the epoch, by this device's clock; those of sessions and devices by
 * the backend's.
 */
import type { ActionName, Method } from '../options.ts';

/** Why something failed. A page turns it into a sentence of its own. */
export type MfaErrorCode =
  /** A person took it back, or `onBeforeAction` stopped it. Nothing changed. */
  | 'declined'
  /** The backend wants a proof, and no `useStepUp` is mounted to ask for one. */
  | 'proof-required'
  | 'wrong-code'
  /** Not sent: an app's codes have six digits, backup codes more than six characters. */
  | 'incomplete-code'
  | 'wrong-password'
  | 'passkey-refused'
  /** The link is no longer good. */
  | 'wrong-link'
  /** See `retryAt`. */
  | 'too-many-attempts'
  | 'session-ended'
  /** The organization, or a role, does not allow it. */
  | 'not-allowed'
  | 'not-found'
  /** Any other refusal: see `status` and `serverCode`. */
  | 'refused'
  | 'offline'
  | 'timeout'
  /** No answer, none that can be read, or a failure of the backend. */
  | 'service-trouble'
  /** The prompt was closed, or time ran out, or a security key lacks a PIN: browsers do not say which. */
  | 'passkey-not-created'
  | 'passkey-not-used'
  /** The authenticator has one for this account. */
  | 'passkey-already-registered'
  | 'passkeys-unsupported'
  /** The page's address does not fit the relying party, or is not secure. */
  | 'passkeys-misconfigured'
  | 'passkey-failed'
  /** The browser made a passkey, and the account does not have it, or nobody knows: see `isOutcomeUnknown`. */
  | 'passkey-not-saved'
  /** A defect. See `cause`. */
  | 'unexpected';

export interface MfaError {
  code: MfaErrorCode;
  /** Whether it may have happened all the same, because the answer got lost. The lists have been read again. */
  isOutcomeUnknown: boolean;
  /** Of the answer, if there was one. */
  status?: number;
  /** `error_code` of the answer. */
  serverCode?: string;
  /** The id of the request, to quote to support. */
  reference?: string;
  /** The earliest time to try again. */
  retryAt?: number;
  /** How many codes can be tried before a pause, where the backend says so. */
  attemptsLeft?: number;
  cause: unknown;
}

export type Outcome<Value> = { isDone: true; value: Value } | { isDone: false; error: MfaError };

/** Something that a person can do. */
export interface Action<Input, Value = unknown> {
  /**
   * Does it, and resolves once the lists have been read again. It never rejects. The same input given again
   * meanwhile, as by a double click, is not sent twice.
   */
  run: (input: Input) => Promise<Outcome<Value>>;
  isRunning: boolean;
  /** Why the last run failed, until the next one or `reset`. */
  error: MfaError | undefined;
  reset: () => void;
}

export interface SessionState {
  /**
   * `reading` until it is known. `needs-second-step`: the password was given, and a method has to be proven
   * (`useProve`) before anything else is answered.
   */
  state: 'reading' | 'signed-out' | 'needs-second-step' | 'signed-in';
  /** Why it could not be read. */
  error: MfaError | undefined;
}

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

export interface Methods {
  /** Strongest first; undefined until read. */
  methods: readonly AccountMethod[] | undefined;
  /** Methods of the account that this version does not know. They can only be shown. */
  unknownMethods: readonly string[];
  protection: Protection | undefined;
  /** Null where there is nothing to recommend; undefined until known. */
  recommendation: Recommendation | null | undefined;
  /** What a reset would remove. To be said before. */
  ifReset: { lost: readonly string[]; hasBackupCodes: boolean; isRequired: boolean } | undefined;
  /** When it was read; undefined before. */
  readAt: number | undefined;
  /** Why it could not be read, or not again. */
  error: MfaError | undefined;
  readAgain: () => void;
}

/** A key and its codes, for as long as the component is mounted. Nothing else keeps them. */
export interface AuthenticatorSetUp {
  key:
    | {
        /** Base32, to type. */
        secret: string;
        /** A `data:` URL of an image, to scan; undefined where the backend sends none that is safe to show. */
        qrCode: string | undefined;
        /** `otpauth:`, which opens an app on this device. */
        uri: string;
      }
    | undefined;
  /** Ten codes, each good once. Undefined until a code of the app has been confirmed. */
  backupCodes: readonly string[] | undefined;
  isBeginning: boolean;
  /** Why it could not begin. */
  error: MfaError | undefined;
  /** Another tab has begun it, too: the key is the same, and its backup codes are there. */
  isOvertaken: boolean;
  beginAgain: () => void;
  /** Takes a code of the app, spaces and all. Afterwards the method is on. */
  confirm: Action<string, { backupCodes: readonly string[] }>;
}

/** `here`: in this device. `elsewhere`: on a phone or a security key. */
export type PasskeyChoice = 'here' | 'elsewhere';

export interface PasskeySetUp {
  /** What this browser can do at this address; undefined until it has told. */
  capability: PasskeyChoice | 'unsupported' | 'insecure' | undefined;
  /**
   * Opens the browser's prompt, so call it in the handler of a click. Afterwards the method is on. Give
   * `undefined` to let the browser choose. Unmounting the component closes the prompt.
   */
  create: Action<
    PasskeyChoice | undefined,
    {
      /** Base64url. */
      id: string;
      /** The name of its provider, else `this-device`, `phone` or `security-key`. */
      label: string;
    }
  >;
}

export interface Passkeys {
  /** Undefined until read; null where the backend does not list them. */
  passkeys:
    | readonly {
        id: string;
        /** That a person gave it in this browser. The backend has no names. */
        name: string | undefined;
        /** As `create` gave it in this browser. */
        label: string | undefined;
        madeAt: number | undefined;
      }[]
    | null
    | undefined;
  error: MfaError | undefined;
  rename: (id: string, name: string) => void;
}

export interface MagicLink {
  /** Sends a link to the account's own address. */
  send: Action<void>;
  /** The last link that this browser has asked for. The list of methods tells when it has been used. */
  sent: { expiresAt: number; canSendAgainAt: number } | undefined;
}

export interface Activation {
  outcome:
    | 'done'
    /** It was for another account than the one that is signed in here. */
    | 'on-elsewhere'
    | 'on-for-someone'
    | 'already-on'
    | 'no-longer-works'
    | 'may-be-on'
    | 'not-found'
    | 'unknown';
  /** Whose account it was, where the backend says so. */
  email: string | undefined;
}

/** A way to prove who one is. */
export type Way = 'passkey' | 'code' | 'link' | 'password';

export interface Prove {
  /** Those of the account, the primary one first: a password where no method is on. Undefined until known. */
  ways: readonly Way[] | undefined;
  /** Takes a code of the app, or a backup code. */
  byCode: Action<string>;
  /** Opens the browser's prompt, so call it in the handler of a click. */
  byPasskey: Action<void>;
  byPassword: Action<string>;
  /** Sends a link. It leads to your page, which gives its token to `byLink`. */
  sendLink: Action<void>;
  /** Takes the token of a link that was opened. Call it once: a link works once. */
  byLink: Action<string>;
}

export interface StepUp {
  /** What waits for a proof, so that the page can say what for; undefined while nothing waits. */
  waiting:
    | {
        action: ActionName;
        method: Method | undefined;
        /** `second-step`: the organization requires one. Where no method is on, the person has to set one up. */
        reason: 'proof-is-old' | 'second-step';
      }
    | undefined;
  /** Does not do what waits. Its action ends with the error `declined`. */
  decline: () => void;
}

export interface RecentProof {
  /** Whether a change would go through without a step-up. */
  isRecent: boolean;
  /** Asks for a proof now, unless there is a recent one, as before a dialog opens. */
  ask: Action<void>;
}

export interface AccountSession {
  id: string;
  deviceName: string | undefined;
  ipAddress: string | undefined;
  location: string | undefined;
  startedAt: number | undefined;
  lastActivity: number | undefined;
  expiresAt: number | undefined;
  loginMethod: string | undefined;
  /** Whether it is this one. Undefined where the backend does not say. */
  isCurrent: boolean | undefined;
}

export interface AccountDevice {
  id: string;
  deviceName: string | undefined;
  deviceType: 'DESKTOP' | 'MOBILE' | 'TABLET' | undefined;
  os: string | undefined;
  browser: string | undefined;
  ipAddress: string | undefined;
  country: string | undefined;
  city: string | undefined;
  isTrusted: boolean;
  trustExpiresAt: number | undefined;
  lastSeen: number | undefined;
  /** Whether it is this one. Undefined where the backend does not say. */
  isCurrent: boolean | undefined;
}

export interface Sessions {
  sessions: readonly AccountSession[] | undefined;
  error: MfaError | undefined;
  readAgain: () => void;
  /** Ends these sessions, by id. `left` are those that could not be ended. */
  end: Action<readonly string[], { left: readonly string[] }>;
  /** Ends every session of the account, this one too. */
  endAll: Action<void>;
}

export interface Devices {
  devices: readonly AccountDevice[] | undefined;
  error: MfaError | undefined;
  readAgain: () => void;
  /** By id. It ends the device's sessions, too. */
  remove: Action<string>;
  /** By id. */
  trust: Action<string>;
  /** By id. It ends the device's sessions, too. */
  untrust: Action<string>;
}
