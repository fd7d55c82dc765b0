import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';

import { mfaQueries } from '../api/mfa.ts';
import { provideProof } from '../api/step-up.ts';
import { loadOrReload } from '../lib/load-or-reload.ts';
import { useIdlePreload } from '../lib/preload.ts';

const loadStepUp = () => import('../proof/step-up/step-up-dialog.tsx');

/**
 * Asks for a proof when the server refused an action for the lack of one. Its code is loaded when first
 * needed.
 */
export function StepUpHost() {
  const [dialog, setDialog] = useState<ReactNode>();
  const methods = useQuery({ ...mfaQueries.methods(), enabled: false });
  useIdlePreload(loadStepUp, methods.isSuccess);
  useEffect(
    () =>
      provideProof(async (call, refusal) => {
        const { StepUpDialog } = await loadOrReload(loadStepUp);
        return new Promise<void>((resolve, reject) =>
          setDialog(
            <StepUpDialog call={call} refusal={refusal} onProven={resolve} onCancelled={reject} />,
          ),
        ).finally(() => setDialog(undefined));
      }),
    [],
  );
  return dialog;
}
