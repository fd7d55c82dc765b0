import { getAuthOptions, verifyPasskey } from '../api/verify-login.ts';
import { assertPasskey, useCeremonySignal } from '../passkey/passkey-ceremony.ts';
import { useProve } from './use-prove.ts';

/** Proves a passkey. Call it only after a click: security requirement A11. Unmounting aborts it. */
export function useProveByPasskey(onProven?: () => void) {
  const signal = useCeremonySignal();
  return useProve(
    async () => verifyPasskey(await assertPasskey(await getAuthOptions(), { signal: signal() })),
    onProven,
  );
}
