import * as v from 'valibot';

import {
  activateAnswer,
  type MfaType,
  methodsAnswer,
  type methodBody,
  statusAnswer,
} from './contract.ts';
import { request } from './request.ts';

/** An answer of which only its success matters. */
const done = v.unknown();

export const getStatus = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/mfa/status', answer: statusAnswer, signal });

export const getMethods = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/mfa/methods', answer: methodsAnswer, signal });

export const enableMethod = (mfaType: MfaType) => change('/mfa/enable', { mfaType });

export const setPrimaryMethod = (mfaType: MfaType) => change('/mfa/primary', { mfaType });

export const disableMethod = (mfaType: MfaType) => change('/mfa/disable', { mfaType });

/** Takes every method away: one's own, or those of a member of one's organisation. */
export const resetMethods = (resetUserId?: string) =>
  request({
    method: 'POST',
    path: '/mfa/reset',
    body: resetUserId === undefined ? undefined : { resetUserId },
    answer: done,
  });

/** Goes to the account's own address. */
export const sendMagicLink = () =>
  request({ method: 'POST', path: '/mfa/magic-link/send', answer: done });

/** Needs no session: the token, a JWT from the mail, says whose account it is. */
export const activateMagicLink = (token: string) =>
  request({
    method: 'POST',
    path: '/mfa/magic-link/activate',
    body: { token },
    answer: activateAnswer,
    isOpen: true,
  });

function change(path: string, body: v.InferInput<typeof methodBody>) {
  return request({ method: 'POST', path, body, answer: done });
}
