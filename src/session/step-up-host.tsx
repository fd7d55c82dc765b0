import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';

import { mfaQueries } from '../api/mfa.ts';
import { provideProof } from '../api/step-up.ts';
import { loadOrReload } from '../lib/load-or-reload.ts';
import { useIdlePreload } from '../lib/preload.ts';

const loadStepUp = () => import('./step-up/step-up-dialog.tsx');

/** Shows the step-up dialog above whatever is open. Its code is loaded when first needed. */
export function StepUpHost() {
  const [dialog, setDialog] = useState<ReactNode>();
  const methods = useQuery({ ...mfaQueries.methods(), enabled: false });
  useIdlePreload(loadStepUp, methods.isSuccess);
  useEffect(
    () =>
      provideProof(async (refusal, path) => {
        const { StepUpDialog } = await loadOrReload(loadStepUp);
        return new Promise<void>((resolve, reject) =>
          setDialog(
            <StepUpDialog refusal={refusal} path={path} onProven={resolve} onCancelled={reject} />,
          ),
        ).finally(() => setDialog(undefined));
      }),
    [],
  );
  return dialog;
}
