import { Trans } from '@lingui/react/macro';
import { useState } from 'react';

import { useCloseDialog } from '../../use-dialog-route.ts';
import { SetUpDone } from '../set-up-done/set-up-done.tsx';
import { useMethodViews } from '../use-method-views.ts';
import { WaitingDialog } from '../waiting-dialog.tsx';
import { LeaveStep } from './leave-step.tsx';
import { SaveCodesStep } from './save-codes-step.tsx';
import { ScanStep } from './scan-step.tsx';
import { TypeBackStep } from './type-back-step.tsx';
import { UnavailableDialog } from './unavailable-dialog.tsx';
import { useBackGuard } from './use-back-guard.ts';
import { useWarnBeforeUnload } from './use-warn-before-unload.ts';

type Step =
  | { at: 'scan' | 'done' }
  // [A7] The codes are here and nowhere else, and go with the step.
  | {
      at: 'save' | 'type-back' | 'leave';
      codes: string[];
      /** Saved, as the person says. */
      isSaved: boolean;
    };

/** Scan and confirm, save the backup codes, type one back. The method is on from the first of them. */
export function SetUpAuthenticatorApp() {
  const closeDialog = useCloseDialog();
  const { views, error, readAgain } = useMethodViews();
  const [step, setStep] = useState<Step>({ at: 'scan' });
  const guard = useBackGuard(() =>
    setStep((step) => ('codes' in step ? { ...step, at: 'leave' } : step)),
  );
  const close = () => guard.closeBy(closeDialog);
  useWarnBeforeUnload('codes' in step);

  function handleConfirmed(codes: string[]) {
    if (codes.length === 0) {
      setStep({ at: 'done' });
      return;
    }
    guard.raise();
    setStep({ at: 'save', codes, isSaved: false });
  }

  switch (step.at) {
    case 'scan': {
      const before = views?.find(({ type }) => type === 'GOOGLE_AUTH')?.state;
      if (!before) return <Waiting error={error} onRetry={readAgain} onClose={close} />;
      if (before === 'unavailable' || before === 'unsupported')
        return <UnavailableDialog onClose={close} />;
      return (
        <ScanStep
          before={before}
          isStale={error !== null}
          onClose={close}
          onConfirmed={handleConfirmed}
        />
      );
    }
    case 'save':
      return (
        <SaveCodesStep
          codes={step.codes}
          isSaved={step.isSaved}
          onClose={guard.lower}
          onTick={(isSaved) => setStep({ ...step, isSaved })}
          onSaved={() => setStep({ ...step, isSaved: true, at: 'type-back' })}
        />
      );
    case 'type-back':
      return (
        <TypeBackStep
          codes={step.codes}
          onClose={guard.lower}
          onShowAgain={() => setStep({ ...step, at: 'save' })}
          onTyped={() => {
            setStep({ at: 'done' });
            guard.lower();
          }}
        />
      );
    case 'leave':
      return (
        <LeaveStep
          isSaved={step.isSaved}
          onStay={() => {
            guard.raise();
            setStep({ ...step, at: 'save' });
          }}
          onLeave={close}
        />
      );
    case 'done':
      return (
        <SetUpDone type="GOOGLE_AUTH" onClose={close}>
          <Trans>
            When you sign in, we can now ask for a code from your app. A test takes the next code:
            the one you typed is used up.
          </Trans>
        </SetUpDone>
      );
  }
}

function Waiting(props: Omit<Parameters<typeof WaitingDialog>[0], 'title'>) {
  return <WaitingDialog {...props} title={<Trans>Set up your authenticator app</Trans>} />;
}
