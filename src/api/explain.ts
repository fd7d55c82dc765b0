import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import {
  isAppError,
  isOutcomeUnknown,
  type RefusedError,
  type UnreachableError,
} from './errors.ts';
import { toDeviceTime } from './server-clock.ts';

/** For a change whose answer got lost, where no refetch can tell whether it happened. */
export const outcomeUnknown = msg`We couldn't tell whether that worked.`;

/** What is still true after a failed change: `what`, unless the change may have happened all the same. */
export function stillTrue(error: unknown, what: MessageDescriptor): MessageDescriptor {
  return isOutcomeUnknown(error) ? outcomeUnknown : what;
}

/** A failure in the shape in which pages show it. */
export interface Explanation {
  /** What went wrong and what to do next. */
  why: MessageDescriptor;
  /** What to quote to support, if the answer had something to quote. */
  reference?: string | undefined;
  /** The earliest time to retry: milliseconds since the epoch, by this device's clock. */
  retryAt?: number | undefined;
  /** Nobody's fault: a person changed their mind. */
  isNeutral: boolean;
}

/**
 * Turns a failure into a sentence. The server's own sentences are not shown: they
 * are in English and written for developers.
 * @param words sentences for refusals that mean something special here, by HTTP status
 */
export function explain(
  error: unknown,
  words: Partial<Record<number, MessageDescriptor>> = {},
): Explanation {
  if (!isAppError(error)) {
    const why = msg`Something went wrong on this page. Reload it and try again.`;
    return { why, isNeutral: false };
  }
  switch (error.kind) {
    case 'refused':
      return {
        why: words[error.status] ?? explainRefusal(error),
        reference: error.status >= 500 ? error.reference : undefined,
        retryAt: error.retryAt && toDeviceTime(error.retryAt),
        isNeutral: false,
      };
    case 'unreachable':
      return { why: unreachable[error.reason], isNeutral: false };
    case 'unreadable':
      return { why: serviceTrouble, reference: error.reference, isNeutral: false };
    case 'ceremony':
      // The words come with the error, so that only pages that run ceremonies load them.
      return { why: error.why, isNeutral: error.isNeutral };
  }
}

const serviceTrouble = msg`We couldn't reach the service. Try again in a moment.`;

function explainRefusal(error: RefusedError): MessageDescriptor {
  if (error.status >= 500) return serviceTrouble;
  switch (error.status) {
    case 401:
      return msg`Your session has ended. Sign in again.`;
    case 403:
      return msg`Your organization doesn't allow this. Ask an administrator.`;
    case 404:
      return msg`We couldn't find your account.`;
    case 429:
      return msg`Too many attempts.`;
    default:
      return msg`The service didn't accept this. Reload the page and try again.`;
  }
}

const unreachable: Record<UnreachableError['reason'], MessageDescriptor> = {
  offline: msg`You're offline. Try again when you're connected.`,
  timeout: msg`The service took too long to answer. Check what's shown here before you try again.`,
  network: serviceTrouble,
};
