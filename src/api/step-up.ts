import { browserStorage } from '../lib/storage.ts';
import type { RefusedError } from './errors.ts';
import type { Sendable } from './fetch-backend.ts';
import { serverNow } from './server-clock.ts';

/** Milliseconds. For how long the backend accepts a proof for changes that need a fresh one. */
const proofLifetime = 10 * 60_000;
/** Milliseconds. Time to read a dialog and decide. A proof that ends sooner is asked for first. */
const timeToDecide = 2 * 60_000;

/** Holds when this browser's session last gave a proof: milliseconds, by the server's clock. */
const storageKey = 'proven-at';

/** Notes that the session gave a proof just now: at sign-in, in step-up, or by completing a set-up. */
export function noteProof(): void {
  browserStorage.write(storageKey, String(serverNow()));
}

/**
 * Whether the last proof will still count in two minutes. No call tells, so the app notes the time of each
 * proof. False if no proof is known.
 */
export function isProofFresh(): boolean {
  const age = serverNow() - Number(browserStorage.read(storageKey) ?? NaN);
  return Math.abs(age) < proofLifetime - timeToDecide;
}

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
