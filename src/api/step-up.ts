import type { RefusedError } from './errors.ts';
import type { Sendable } from './fetch-backend.ts';

/** The call that waits for a proof. It decides how the dialog words its question. */
export type WaitingCall = Pick<Sendable, 'path' | 'body'>;

/**
 * Asks the person for a step-up before `call`. Resolves when it succeeds, rejects with CeremonyError
 * when the person declines.
 */
export type AskForProof = (call: WaitingCall, refusal: RefusedError) => Promise<void>;

let askForProof: AskForProof | undefined;
let asking: Promise<void> | undefined;

/** Registers the dialog that asks, one for all actions. Returns a function that unregisters it. */
export function provideProof(ask: AskForProof): () => void {
  askForProof = ask;
  return () => {
    if (askForProof === ask) askForProof = undefined;
  };
}

/** Whether the dialog is open, so that no other one opens on top of it. */
export const isAskingForProof = () => asking !== undefined;

/** Asks once for all waiting actions. Throws the refusal if no dialog is registered. */
export async function proveAgain(call: WaitingCall, refusal: RefusedError): Promise<void> {
  if (!askForProof) throw refusal;
  asking ??= askForProof(call, refusal).finally(() => {
    asking = undefined;
  });
  await asking;
}
