import type { MessageDescriptor } from '@lingui/core';

/**
 * A failure that the app expects: one class per kind. Only explain.ts decides what people read
 * about it.
 */
export class ExpectedError extends Error {}

/** The server refused the request, or failed and said so in its own envelope. */
export class RefusedError extends ExpectedError {
  readonly kind = 'refused';
  readonly status: number;
  /** `error_code` of the envelope, such as `REAUTH_REQUIRED`. */
  readonly code: string | undefined;
  /** Server time, milliseconds since the epoch, from `Retry-After`. */
  readonly retryAt: number | undefined;
  readonly reference: string;
  /** The envelope's `data`, not parsed yet: how many tries are left, for example. */
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

/** There was no answer. The request may have reached the server. */
export class UnreachableError extends ExpectedError {
  readonly kind = 'unreachable';
  readonly reason: 'offline' | 'timeout' | 'network';

  constructor(reason: UnreachableError['reason'], options?: ErrorOptions) {
    super(`No answer: ${reason}`, options);
    this.reason = reason;
  }
}

/**
 * The answer is not one the platform would send: a proxy's page, cut JSON, fields of the wrong
 * type.
 */
export class UnreadableError extends ExpectedError {
  readonly kind = 'unreadable';
  readonly status: number;
  readonly reference: string;

  constructor(details: { status: number; reference: string }, options?: ErrorOptions) {
    super(`Unreadable answer (${details.reference})`, options);
    this.status = details.status;
    this.reference = details.reference;
  }
}

/** What the rest of the app knows of CeremonyError, whose class only lazy pages load. */
interface CeremonyFailure extends ExpectedError {
  readonly kind: 'ceremony';
  readonly why: MessageDescriptor;
  readonly isNeutral: boolean;
}

export type AppError = RefusedError | UnreachableError | UnreadableError | CeremonyFailure;

export function isAppError(error: unknown): error is AppError {
  return error instanceof ExpectedError;
}

/** Whether the request never left this device, as far as the browser knows. */
export function isOffline(error: unknown): boolean {
  return error instanceof UnreachableError && error.reason === 'offline';
}

/** Whether the change may have happened, so that the state must be refetched before a retry. */
export function isOutcomeUnknown(error: unknown): boolean {
  return (
    (error instanceof UnreachableError && !isOffline(error)) ||
    error instanceof UnreadableError ||
    (error instanceof RefusedError && error.status >= 500)
  );
}
