import { type ReactNode, useEffect, useState } from 'react';

import { provideProof } from '../api/step-up.ts';

/** Where an action asks who someone is, above whatever is open. The dialog arrives when first needed. */
export function StepUpHost() {
  const [dialog, setDialog] = useState<ReactNode>();
  useEffect(
    () =>
      provideProof(async (refusal, path) => {
        const StepUpDialog = await import('./step-up/step-up-dialog.tsx').then(
          (code) => code.StepUpDialog,
        );
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
