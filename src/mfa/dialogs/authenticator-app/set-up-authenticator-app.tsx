import { Trans } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { serverNow } from '../../../api/server-clock.ts';
import { useSetJustSetUp } from '../../just-set-up.ts';
import { keepBackupCodesMade } from '../../owned/backup-codes-made.ts';
import { useCloseDialog } from '../../use-dialog-route.ts';
import { useMethodViews } from '../../use-method-views.ts';
import { MessageDialog } from '../message-dialog.tsx';
import { WaitingDialog } from '../waiting-dialog.tsx';
import { LeaveStep } from './leave-step.tsx';
import { SaveCodesStep } from './save-codes-step.tsx';
import { ScanStep } from './scan-step.tsx';
import { TypeBackStep } from './type-back-step.tsx';

const title = <Trans>Set up your authenticator app</Trans>;

type Step =
  | { at: 'scan' }
  // The codes are kept here and nowhere else, and only for these steps: security requirement A7.
  | {
      at: 'save' | 'type-back' | 'leave';
      codes: string[];
      /** The person went on to the check, so says that they saved them. */
      isSaved: boolean;
    };

/**
 * Three steps: scan and confirm, save the backup codes, type one back. The method is on after the
 * first.
 */
export function SetUpAuthenticatorApp() {
  const closeDialog = useCloseDialog();
  const { views, error, readAgain } = useMethodViews();
  const [step, setStep] = useState<Step>({ at: 'scan' });
  const guard = useBackGuard(() =>
    setStep((step) => ('codes' in step ? { ...step, at: 'leave' } : step)),
  );
  const close = () => guard.closeBy(closeDialog);
  const setJustSetUp = useSetJustSetUp();
  useWarnBeforeUnload('codes' in step);

  /** There is no closing step: the settings say that the app is on, and what to do next. */
  function finish() {
    setJustSetUp({ mfaType: 'GOOGLE_AUTH' });
    close();
  }

  function handleConfirmed(codes: string[]) {
    if (codes.length === 0) {
      finish();
      return;
    }
    keepBackupCodesMade(serverNow());
    guard.raise();
    setStep({ at: 'save', codes, isSaved: false });
  }

  switch (step.at) {
    case 'scan': {
      const before = views?.find(({ type }) => type === 'GOOGLE_AUTH')?.state;
      if (!before)
        return <WaitingDialog title={title} error={error} onRetry={readAgain} onClose={close} />;
      // People reach this only by its address: the settings show no set-up button for an unavailable method.
      if (before === 'unavailable' || before === 'unsupported')
        return (
          <MessageDialog title={title} close={<Trans>Done</Trans>} onClose={close}>
            <p>
              <Trans>Authenticator apps aren't available for your account.</Trans>
            </p>
          </MessageDialog>
        );
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
          onClose={guard.lower}
          onSaved={() => setStep({ ...step, isSaved: true, at: 'type-back' })}
        />
      );
    case 'type-back':
      return (
        <TypeBackStep
          codes={step.codes}
          onClose={guard.lower}
          onShowAgain={() => setStep({ ...step, isSaved: false, at: 'save' })}
          onTyped={finish}
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
  }
}

type GuardState = { isFromSettings?: boolean; isGuarded?: boolean } | null;

/**
 * Makes the browser's Back ask before it leaves. While the guard is up, the history has one more entry
 * of the same address, and Back removes only that. Its history state holds flags only.
 * @param onDown the guard was taken down, by Back or by `lower`
 */
function useBackGuard(onDown: () => void) {
  const navigate = useNavigate();
  const { pathname, state } = useLocation() as { pathname: string; state: GuardState };
  const isUp = state?.isGuarded === true;
  const wasUp = useRef(isUp);
  const notify = useEffectEvent(onDown);
  useEffect(() => {
    if (wasUp.current && !isUp) notify();
    wasUp.current = isUp;
  }, [isUp]);
  return {
    raise: () => void (isUp || navigate(pathname, { state: { ...state, isGuarded: true } })),
    lower: () => void (isUp ? navigate(-1) : onDown()),
    /** Closes also while the guard is up, as after a reload. */
    closeBy: (close: () => void) => void (isUp && state.isFromSettings ? navigate(-2) : close()),
  };
}

/** Makes the browser ask before the page is closed or reloaded, in the browser's own words. */
function useWarnBeforeUnload(isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isActive]);
}
