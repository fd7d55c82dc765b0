import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';

import { mfaQueries } from '../api/mfa.ts';
import { isProofRecent } from '../api/recent-proof.ts';
import type { WaitingCall } from '../api/step-up.ts';
import { lazyPage } from '../lib/lazy-page.ts';

const StepUpDialog = lazyPage(() =>
  import('./step-up/step-up-dialog.tsx').then((code) => code.StepUpDialog),
);

interface Props {
  /** The call that the dialog will send. The question names what it does. */
  call: WaitingCall;
  /** The person declined. Close what would have opened. */
  onDeclined: () => void;
  /** The dialog that needs the proof. */
  children: ReactNode;
}

/**
 * Asks for a proof before a dialog opens whose call needs a fresh one, so that nobody is asked on top of
 * that dialog or after its red button. Where the last proof is fresh, the dialog opens at once.
 *
 * ```tsx
 * <ProveFirst call={{ path: '/mfa/disable', body: { mfaType } }} onDeclined={close}>
 *   <TurnOffDialog onClose={close} />
 * </ProveFirst>
 * ```
 *
 * Give it a `key` if one place shows dialogs for different calls. Where no dialog is involved, and where
 * the server asks although the proof looked fresh, `request` asks by itself.
 */
export function ProveFirst({ call, onDeclined, children }: Props) {
  // The server's clock is unknown before the first answer. Until then the dialog says that it is loading.
  const isClockKnown = useQuery(mfaQueries.status()).data !== undefined;
  const [isProven, setIsProven] = useState<boolean>();
  if (isClockKnown && isProven === undefined) setIsProven(isProofRecent());
  if (isProven !== false) return children;
  return (
    <Suspense>
      <StepUpDialog call={call} onProven={() => setIsProven(true)} onCancelled={onDeclined} />
    </Suspense>
  );
}
