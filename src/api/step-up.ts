import type { RefusedError } from './errors.ts';

/**
 * Asks the person for a step-up before the call to `path`. Resolves when it succeeds, rejects with
 * CeremonyError when the person declines.
 */
export type AskForProof = (refusal: RefusedError, path: string) => Promise<void>;

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
export async function proveAgain(refusal: RefusedError, path: string): Promise<void> {
  if (!askForProof) throw refusal;
  asking ??= askForProof(refusal, path).finally(() => {
    asking = undefined;
  });
  await asking;
}
