import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';

import { isAskingForProof } from '../../../api/step-up.ts';
import { passkeyCapabilityQuery } from '../../../passkey/passkey-capability.ts';
import type { PasskeyChoice } from '../../../passkey/passkey-ceremony.ts';
import { announce } from '../../../ui/live-region.tsx';
import { useSetJustSetUp } from '../../just-set-up.ts';
import { type fromSettings, useCloseDialog } from '../../use-dialog-route.ts';
import { useMethodViews } from '../../use-method-views.ts';
import { WaitingDialog } from '../waiting-dialog.tsx';
import { AddPasskey } from './add-passkey.tsx';
import { CreatePasskey } from './create-passkey.tsx';
import { useRegisterPasskey } from './make-passkey.ts';
import { NoPasskeysHere } from './no-passkeys-here.tsx';

/** Milliseconds after which a quiet ceremony shows its dialog, with a way to cancel. */
const quiet = 1000;

/**
 * Makes a passkey. Where this device can make the account's first one and a click has just led here, the
 * browser's prompt opens at once, and a dialog only when there is something to say.
 */
export function SetUpPasskey() {
  const { t } = useLingui();
  const close = useCloseDialog();
  const setJustSetUp = useSetJustSetUp();
  const { data: capability } = useQuery(passkeyCapabilityQuery());
  const { views, error, readAgain } = useMethodViews();
  const state = views?.find(({ type }) => type === 'PASSKEY')?.state;
  const register = useRegisterPasskey();
  // Kept, because the set-up turns the method on a moment before it ends.
  const [before, setBefore] = useState(state);
  if (before === undefined && state !== undefined) setBefore(state);

  function start(choice: PasskeyChoice | undefined) {
    register.mutate(choice, {
      onSuccess: ({ label }) => {
        setJustSetUp({ mfaType: 'PASSKEY', label });
        // Otherwise the page announces that the method is on now.
        if (before === 'on') announce(t(msg`Passkey added.`));
        close();
      },
    });
  }
  const isQuiet = useQuietStart(capability === 'here' && before === 'not-set-up', () =>
    start('here'),
  );

  if (isQuiet && !register.error) return null;
  if (capability === 'unsupported' || capability === 'insecure')
    return <NoPasskeysHere reason={capability} onClose={close} />;
  if (before === undefined)
    return (
      <WaitingDialog
        title={<Trans>Set up a passkey</Trans>}
        error={error}
        onRetry={readAgain}
        onClose={close}
      />
    );
  const props = { register, onStart: start, onClose: close };
  if (before === 'on' || before === 'off')
    return <AddPasskey isOff={before === 'off'} {...props} />;
  return <CreatePasskey capability={capability} {...props} />;
}

/** False in old browsers, too, which do not say. */
function isClickRecent(): boolean {
  return 'userActivation' in navigator && navigator.userActivation.isActive;
}

/**
 * Starts by itself where a click has just opened this page of the settings. Returns whether it still goes on
 * without a dialog. A reload or Back is no click: browsers may then refuse the prompt, and nobody asked.
 */
function useQuietStart(canStart: boolean, onStart: () => void): boolean {
  const { state } = useLocation() as { state: Partial<typeof fromSettings> | null };
  const isNewEntry = useNavigationType() === NavigationType.Push;
  const [isStarting] = useState(
    () => canStart && isNewEntry && !!state?.isFromSettings && isClickRecent(),
  );
  const [isQuiet, setIsQuiet] = useState(isStarting);
  const start = useEffectEvent(onStart);
  useEffect(() => {
    if (!isStarting) return undefined;
    // Not at once: StrictMode mounts twice, and the first unmount would abort the ceremony.
    const begin = setTimeout(start);
    const show = setInterval(() => !isAskingForProof() && setIsQuiet(false), quiet);
    return () => {
      clearTimeout(begin);
      clearInterval(show);
    };
  }, [isStarting]);
  return isQuiet;
}
