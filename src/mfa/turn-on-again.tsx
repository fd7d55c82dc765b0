import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';

import type { MfaType } from '../api/contract.ts';
import { explain, outcomeUnknown } from '../api/explain.ts';
import { methodNames } from '../api/methods.ts';
import { useTurnOn } from '../api/mfa.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { pageRoot } from '../lib/page-root.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';

interface Props {
  mfaType: MfaType;
  /** The state on screen could not be refetched, so nobody knows what a failed change left behind. */
  isStale: boolean;
}

/** Turns a method back on that is set up and off, in one click. */
export function TurnOnAgain({ mfaType, isStale }: Props) {
  const { t } = useLingui();
  const name = t(methodNames[mfaType]);
  const turnOn = useTurnOn();
  const failure = turnOn.error && explain(turnOn.error);
  const isWaiting = useIsCoolingDown(failure);
  const wasStarted = useRef(false);
  // The row takes the focus of the button that is gone once the method is on.
  useEffect(
    () => () => {
      const isFocusLost = document.activeElement === document.body;
      if (wasStarted.current && isFocusLost) pageRoot().getElementById(mfaType)?.focus();
    },
    [mfaType],
  );

  function handleStart() {
    wasStarted.current = true;
    turnOn.mutate(mfaType);
  }

  return (
    <>
      <Button isBusy={turnOn.isPending} isDisabled={isWaiting} onClick={handleStart}>
        <Trans>Turn on {name}</Trans>
      </Button>
      {failure && (
        <Failure {...failure} what={isStale ? t(outcomeUnknown) : t`${name} is still off.`} />
      )}
    </>
  );
}
