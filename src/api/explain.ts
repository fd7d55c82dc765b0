import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import { isAppError, type RefusedError, type UnreachableError } from './errors.ts';
import { serverNow } from './server-clock.ts';

/** What is so after a change whose answer got lost, where nothing that can be read tells. */
export const outcomeUnknown = msg`We could not tell whether that worked.`;

/** What to say of a failure, in the shape in which the page shows it. */
export interface Explanation {
  why: MessageDescriptor;
  /** What to quote to support, where the answer gave something to quote. */
  reference?: string | undefined;
  /** Milliseconds since the epoch, by this device's clock: before it, asking again is pointless. */
  retryAt?: number | undefined;
  /** Told, but nobody's fault: a person changed their mind. */
  isNeutral: boolean;
}

/**
 * The one place where a failure becomes a sentence: what it means and what to do next. The server's
 * own sentences are English and written for developers, so they are not shown.
 */
export function explain(error: unknown): Explanation {
  if (!isAppError(error)) {
    const why = msg`Something went wrong on this page. Reload it and try again.`;
    return { why, isNeutral: false };
  }
  switch (error.kind) {
    case 'refused':
      return {
        why: explainRefusal(error),
        reference: error.status >= 500 ? error.reference : undefined,
        retryAt: error.retryAt && error.retryAt - serverNow() + Date.now(),
        isNeutral: false,
      };
    case 'unreachable':
      return { why: unreachable[error.reason], isNeutral: false };
    case 'unreadable':
      return { why: serviceTrouble, reference: error.reference, isNeutral: false };
    case 'ceremony':
      // Only what runs a ceremony can meet this; its words arrive with it.
      return { why: error.why, isNeutral: error.isNeutral };
  }
}

const serviceTrouble = msg`We could not reach the service. Try again in a moment.`;

function explainRefusal(error: RefusedError): MessageDescriptor {
  if (error.status >= 500) return serviceTrouble;
  switch (error.status) {
    case 401:
      return msg`Your session has ended. Sign in again.`;
    case 403:
      return msg`Your organization does not allow this. Ask an administrator.`;
    case 404:
      return msg`We could not find your account.`;
    case 429:
      return msg`Too many tries.`;
    default:
      return msg`The service did not accept this. Reload the page and try again.`;
  }
}

const unreachable: Record<UnreachableError['reason'], MessageDescriptor> = {
  offline: msg`You are offline. Try again when you are connected.`,
  timeout: msg`The service took too long to answer. Check what is shown here before you try again.`,
  network: serviceTrouble,
};
