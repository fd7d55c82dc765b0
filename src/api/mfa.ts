import * as v from 'valibot';

import { type MfaType, methodsAnswer, type methodBody, statusAnswer } from './contract.ts';
import { request } from './request.ts';

/** An answer of which only its success matters. */
export const done = v.unknown();

export const getStatus = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/mfa/status', answer: statusAnswer, signal });

export const getMethods = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/mfa/methods', answer: methodsAnswer, signal });

export const enableMethod = (mfaType: MfaType) => change('/mfa/enable', { mfaType });

export const setPrimaryMethod = (mfaType: MfaType) => change('/mfa/primary', { mfaType });

/** Goes to the account's own address. */
export const sendMagicLink = () =>
  request({ method: 'POST', path: '/mfa/magic-link/send', answer: done });

export function change(path: string, body: v.InferInput<typeof methodBody>) {
  return request({ method: 'POST', path, body, answer: done });
}
