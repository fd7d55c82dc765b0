import { isMfaType, type MfaType } from './contract.ts';
import { isAppError } from './errors.ts';

/**
 * What a person does or meets. Nothing in it says who it was: no name, address, token, identifier or word
 * of theirs. Only builds with an observer tell of it (docs/observe.md).
 */
export type AppEvent =
  /** `page` is the pattern of an address, such as `/set-up/passkey` or `/your-devices/:id`. */
  | { type: 'page-opened'; page: string }
  | { type: 'action-done'; action: ActionName; method?: MfaType; milliseconds: number }
  | {
      type: 'action-failed';
      action: ActionName;
      method?: MfaType;
      milliseconds: number;
      /** How: the status of a refusal, `offline`, `timeout` or `network` without an answer, … */
      why: string;
    }
  /** A part of the page could not be shown. `error` is the name of the error's class. */
  | { type: 'part-crashed'; error: string }
  /** `value` is in milliseconds, except for CLS, which has no unit. */
  | { type: 'vital-measured'; name: string; value: number; rating: string };

/** The calls that are worth telling of by a name. */
const actions = {
  'POST /user/login': 'sign-in',
  'POST /mfa/verify-login': 'prove',
  'POST /user/logout': 'sign-out',
  'POST /mfa/setup': 'begin-set-up',
  'POST /mfa/verify-setup': 'finish-set-up',
  'POST /mfa/magic-link/send': 'send-link',
  'POST /mfa/magic-link/activate': 'open-link',
  'POST /mfa/enable': 'turn-on',
  'POST /mfa/disable': 'turn-off',
  'POST /mfa/primary': 'make-primary',
  'POST /mfa/reset': 'reset',
  'POST /organization/enforce': 'change-requirement',
  'POST /sessions/revoke-all': 'sign-out-everywhere',
} as const;

/** Other changes are `change`. Reading is told of only where it fails. */
export type ActionName = (typeof actions)[keyof typeof actions] | 'change' | 'read';

export interface Action {
  action: ActionName;
  method?: MfaType;
}

let hook: ((event: AppEvent) => void) | undefined;
/** What happened before anybody listened. */
const early: AppEvent[] = [];

export function tell(event: AppEvent): void {
  if (hook) hook(event);
  else early.push(event);
}

/** Tells a listener of everything, from the start of the page on. There is one. */
export function observe(listener: (event: AppEvent) => void): void {
  hook = listener;
  for (const event of early.splice(0)) listener(event);
}

export interface SentCall {
  method: string;
  path: string;
  body?: unknown;
}

/** What a person does by a call, and with which method. */
export function describeCall({ method, path, body }: SentCall): Action {
  const known: Partial<Record<string, ActionName>> = actions;
  // A heartbeat is no change that a person makes.
  const isRead = method === 'GET' || path.endsWith('/heartbeat');
  const action = known[`${method} ${path}`] ?? (isRead ? 'read' : 'change');
  return { action, ...methodIn(body) };
}

/** Tells how a call ended, and leaves its outcome to the caller. */
export function tellOfCall(call: SentCall, outcome: Promise<unknown>): void {
  const begun = performance.now();
  const what = describeCall(call);
  const milliseconds = () => Math.round(performance.now() - begun);
  outcome.then(
    () =>
      what.action !== 'read' &&
      tell({ type: 'action-done', ...what, milliseconds: milliseconds() }),
    (error: unknown) =>
      tell({
        type: 'action-failed',
        ...what,
        milliseconds: milliseconds(),
        why: reasonOf(error),
      }),
  );
}

function methodIn(body: unknown): { method?: MfaType } {
  const sent = typeof body === 'object' && body !== null && 'mfaType' in body ? body.mfaType : null;
  return typeof sent === 'string' && isMfaType(sent) ? { method: sent } : {};
}

function reasonOf(error: unknown): string {
  if (!isAppError(error)) return 'unexpected';
  if (error.kind === 'refused') return String(error.status);
  return error.kind === 'unreachable' ? error.reason : error.kind;
}
