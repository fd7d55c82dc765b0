import type { RefusedError } from './errors.ts';

/** Asks the person for proof. Resolves when given; rejects with StepUpCancelledError. */
export type AskForProof = (refusal: RefusedError) => Promise<void>;

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
export async function proveAgain(refusal: RefusedError): Promise<void> {
  if (!askForProof) throw refusal;
  asking ??= askForProof(refusal).finally(() => {
    asking = undefined;
  });
  await asking;
}
