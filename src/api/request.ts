import type * as v from 'valibot';

import { errorCodes } from './contract.ts';
import { RefusedError } from './errors.ts';
import { tellOfCall } from './observe.ts';
import { readAnswer } from './read-answer.ts';
import { endSession, isExpiring, refreshSession } from './refresh.ts';
import type { Sendable } from './fetch-backend.ts';
import { send } from './send.ts';
import { proveAgain } from './step-up.ts';
import { readTokens } from './tokens.ts';

export interface Call<Schema extends v.GenericSchema> extends Sendable {
  /** The schema of the answer's `data`, or of the answer itself. */
  answer: Schema;
  /** Sends no token, and never refreshes or replays. */
  isOpen?: boolean;
  /** The call is itself a proof, so a 403 does not start a step-up. */
  isProof?: boolean;
}

/**
 * Calls the backend: adds the bearer token, refreshes once after a 401, asks for a step-up after a
 * 403 that requires one, and parses the answer. Everything but refreshing and signing out goes
 * through it.
 * @throws RefusedError, UnreachableError, UnreadableError, CeremonyError
 */
export const request: typeof perform = import.meta.env.VITE_OBSERVER ? performObserved : perform;

function performObserved<Schema extends v.GenericSchema>(call: Call<Schema>) {
  const answer = perform(call);
  tellOfCall(call, answer);
  return answer;
}

async function perform<Schema extends v.GenericSchema>(
  call: Call<Schema>,
): Promise<v.InferOutput<Schema>> {
  if (call.isOpen) return readAnswer(await send(call, undefined), call.answer);
  try {
    return await requestSigned(call);
  } catch (error) {
    // A GET never asks: the status tells the page to go to the second step.
    const needsProof =
      call.method !== 'GET' &&
      error instanceof RefusedError &&
      error.status === 403 &&
      (error.code === errorCodes.mfaRequired || error.code === errorCodes.reauthRequired);
    if (!needsProof || call.isProof) throw error;
    await proveAgain(call, error);
    return requestSigned(call);
  }
}

async function requestSigned<Schema extends v.GenericSchema>(call: Call<Schema>) {
  const tokens = readTokens();
  // If this early refresh fails, the old token may still work. If it does not, the 401 below
  // refreshes again and reports why that failed.
  if (tokens && isExpiring(tokens)) await refreshSession(tokens).catch(() => undefined);
  const used = readTokens();
  const raw = await send(call, used?.accessToken);
  if (raw.status !== 401 || call.isProof) return readAnswer(raw, call.answer);

  const renewed = used && (await refreshSession(used));
  const second = renewed ? await send(call, renewed.accessToken) : raw;
  if (second.status === 401) endSession();
  return readAnswer(second, call.answer);
}
