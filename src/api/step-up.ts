import type { RefusedError } from './errors.ts';

/**
 * Asks the person for proof, for the call at `path`. Resolves when given; rejects with CeremonyError
 * when declined.
 */
export type AskForProof = (refusal: RefusedError, path: string) => Promise<void>;

let askForProof: AskForProof | undefined;
let asking: Promise<void> | undefined;

/** Registers who asks (one dialog, for every action there is). Returns how to take it back. */
export function provideProof(ask: AskForProof): () => void {
  askForProof = ask;
  return () => {
    if (askForProof === ask) askForProof = undefined;
  };
}

/** Asks once for all actions that wait. Where nobody can ask, the refusal stands. */
export async function proveAgain(refusal: RefusedError, path: string): Promise<void> {
  if (!askForProof) throw refusal;
  asking ??= askForProof(refusal, path).finally(() => {
    asking = undefined;
  });
  await asking;
}
