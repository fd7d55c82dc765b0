import type * as v from 'valibot';

import { describeCall } from '../api/observe.ts';
import { request as send, type Call } from '../api/request.ts';
import { isReadOnly, readOptions } from './given.ts';
import type { PlannedAction } from './options.ts';

export type { Call } from '../api/request.ts';

/** What the page may stop. Finishing a set-up is part of it, and a proof changes nothing. */
const planned = ['turn-on', 'turn-off', 'make-primary', 'begin-set-up', 'send-link', 'reset'];

/**
 * In the place of `request` in api/request.ts: asks the page before a change is sent.
 * @throws CeremonyError if the page stops it, which the settings show as nobody's fault
 */
export const request: typeof send = async <Schema extends v.GenericSchema>(call: Call<Schema>) => {
  const { action, ...about } = describeCall(call);
  if (isPlanned(action) && !(await isAllowed({ action, ...about }))) {
    const { ceremonyError } = await import('../passkey/ceremony-error.ts');
    throw ceremonyError('cancelled');
  }
  return send(call);
};

function isPlanned(action: string): action is PlannedAction['action'] {
  return planned.includes(action);
}

async function isAllowed(action: PlannedAction): Promise<boolean> {
  if (isReadOnly()) return false;
  return (await readOptions().onBeforeAction?.(action)) ?? true;
}
