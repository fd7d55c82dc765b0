import * as v from 'valibot';

import type { MfaType } from './contract.ts';
import { change } from './mfa.ts';
import { request } from './request.ts';

export const disableMethod = (mfaType: MfaType) => change('/mfa/disable', { mfaType });

/** Takes every method away: one's own, or those of a member of one's organisation. */
export const resetMethods = (resetUserId?: string) =>
  request({
    method: 'POST',
    path: '/mfa/reset',
    body: resetUserId === undefined ? undefined : { resetUserId },
    answer: v.unknown(),
  });
