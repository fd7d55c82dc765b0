import { type ReactNode, useEffect, useState } from 'react';

import { provideProof } from '../api/step-up.ts';

/** Shows the step-up dialog above whatever is open. Its code is loaded when first needed. */
export function StepUpHost() {
  const [dialog, setDialog] = useState<ReactNode>();
  useEffect(
    () =>
      provideProof(async (refusal, path) => {
        const { StepUpDialog } = await import('./step-up/step-up-dialog.tsx');
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
