import type * as v from 'valibot';

import { errorCodes } from './contract.ts';
import { RefusedError } from './errors.ts';
import { readAnswer } from './read-answer.ts';
import { endSession, isExpiring, refreshSession } from './refresh.ts';
import { type Sendable, send } from './send.ts';
import { proveAgain } from './step-up.ts';
import { readTokens } from './tokens.ts';

export interface Call<Schema extends v.GenericSchema> extends Sendable {
  /** What the answer's `data` (or the answer itself) must look like. */
  answer: Schema;
  /** Open calls carry no token and are never refreshed nor replayed. */
  isOpen?: boolean;
  /** Calls that themselves prove who someone is are not answered with a question for proof. */
  isProof?: boolean;
}

/**
 * The one way to the backend: bearer token, one silent refresh on 401, one question for proof on
 * 403, and a parsed answer.
 * @throws RefusedError, UnreachableError, UnreadableError, CeremonyError
 */
export async function request<Schema extends v.GenericSchema>(
  call: Call<Schema>,
): Promise<v.InferOutput<Schema>> {
  if (call.isOpen) return readAnswer(await send(call, undefined), call.answer);
  try {
    return await requestSigned(call);
  } catch (error) {
    // Reading never asks: the page goes to the second step by what the status says.
    const needsProof =
      call.method === 'POST' &&
      error instanceof RefusedError &&
      error.status === 403 &&
      (error.code === errorCodes.mfaRequired || error.code === errorCodes.reauthRequired);
    if (!needsProof || call.isProof) throw error;
    await proveAgain(error, call.path);
    return requestSigned(call);
  }
}

async function requestSigned<Schema extends v.GenericSchema>(call: Call<Schema>) {
  const tokens = readTokens();
  // A renewal ahead of time that fails is no failure of the call: the old token may still do, and
  // where it does not, the 401 below renews again and says why that failed.
  if (tokens && isExpiring(tokens)) await refreshSession(tokens).catch(() => undefined);
  const used = readTokens();
  const raw = await send(call, used?.accessToken);
  if (raw.status !== 401 || call.isProof) return readAnswer(raw, call.answer);

  const renewed = used && (await refreshSession(used));
  const second = renewed ? await send(call, renewed.accessToken) : raw;
  if (second.status === 401) endSession();
  return readAnswer(second, call.answer);
}
