import type { MessageDescriptor } from '@lingui/core';

/** One class per kind of failure. What a person reads is decided in explain.ts alone. */

/** The server understood and said no, or failed and said so in its own envelope. */
export class RefusedError extends Error {
  readonly kind = 'refused';
  readonly status: number;
  /** `error_code` of the envelope, such as `REAUTH_REQUIRED`. */
  readonly code: string | undefined;
  /** Server time, milliseconds since the epoch, from `Retry-After`. */
  readonly retryAt: number | undefined;
  readonly reference: string;
  /** The envelope's `data`, such as how many tries are left. Unparsed. */
  readonly data: unknown;

  constructor(
    message: string,
    details: {
      status: number;
      code?: string | null | undefined;
      retryAt?: number | undefined;
      reference: string;
      data?: unknown;
    },
  ) {
    super(message);
    this.data = details.data;
    this.status = details.status;
    this.code = details.code ?? undefined;
    this.retryAt = details.retryAt;
    this.reference = details.reference;
  }
}

/** No answer: the request may or may not have arrived. */
export class UnreachableError extends Error {
  readonly kind = 'unreachable';
  readonly reason: 'offline' | 'timeout' | 'network';

  constructor(reason: UnreachableError['reason'], options?: ErrorOptions) {
    super(`No answer: ${reason}`, options);
    this.reason = reason;
  }
}

/** An answer that is not the platform's: a proxy's page, cut JSON, fields of the wrong type. */
export class UnreadableError extends Error {
  readonly kind = 'unreadable';
  readonly status: number;
  readonly reference: string;

  constructor(details: { status: number; reference: string }, options?: ErrorOptions) {
    super(`Unreadable answer (${details.reference})`, options);
    this.status = details.status;
    this.reference = details.reference;
  }
}

/**
 * A ceremony did not end with a proof: the browser's WebAuthn, or the dialog that asks who someone is.
 * See ceremony-error.ts.
 */
export class CeremonyError extends Error {
  readonly kind = 'ceremony';
  readonly reason: CeremonyReason;
  readonly why: MessageDescriptor;
  /** Told, but nobody's fault. */
  readonly isNeutral: boolean;

  constructor(
    reason: CeremonyReason,
    why: MessageDescriptor,
    isNeutral: boolean,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.reason = reason;
    this.why = why;
    this.isNeutral = isNeutral;
  }
}

export type CeremonyReason =
  | 'cancelled'
  | 'not-created'
  | 'not-used'
  | 'already-registered'
  | 'unsupported'
  | 'misconfigured'
  | 'failed';

export type AppError = RefusedError | UnreachableError | UnreadableError | CeremonyError;

export function isAppError(error: unknown): error is AppError {
  return (
    error instanceof RefusedError ||
    error instanceof UnreachableError ||
    error instanceof UnreadableError ||
    error instanceof CeremonyError
  );
}

/** Whether the request never left, as far as the browser knows. */
export function isOffline(error: unknown): boolean {
  return error instanceof UnreachableError && error.reason === 'offline';
}

/** Whether the change may have happened all the same, so that the state must be read again first. */
export function isOutcomeUnknown(error: unknown): boolean {
  return (
    (error instanceof UnreachableError && !isOffline(error)) ||
    error instanceof UnreadableError ||
    (error instanceof RefusedError && error.status >= 500)
  );
}
