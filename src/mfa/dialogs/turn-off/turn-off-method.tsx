import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import type { MfaType } from '../../../api/contract.ts';
import { methodNames } from '../../../api/methods.ts';
import { Alert } from '../../../ui/alert.tsx';
import { obstacleWords } from '../../method-words.ts';
import { useCloseDialog } from '../../use-dialog-route.ts';
import { useMethodViews } from '../use-method-views.ts';
import { WaitingDialog } from '../waiting-dialog.tsx';
import { describeTurnOff, type TurnOff } from './describe-turn-off.ts';
import { NothingToTurnOff } from './nothing-to-turn-off.tsx';
import { TurnOffDialog } from './turn-off-dialog.tsx';
import { useTurnOff } from './use-turn-off.ts';

/** Turns a method off; says why not where that is known before the server has to say so. */
export function TurnOffMethod({ method }: { method: MfaType }) {
  const { t } = useLingui();
  const close = useCloseDialog();
  const { views, status, error, readAgain } = useMethodViews();
  const mutation = useTurnOff();
  const [confirmed, setConfirmed] = useState<TurnOff>();
  const name = t(methodNames[method]);
  if (!views || !status)
    return (
      <WaitingDialog
        title={<Trans>Turn off {name}</Trans>}
        error={error}
        onRetry={readAgain}
        onClose={close}
      />
    );
  // What was agreed to stays on screen until it is done, though the list under it is read again.
  const isUnderWay = mutation.isPending || mutation.isSuccess;
  const turnOff = (isUnderWay && confirmed) || describeTurnOff(method, views, status);

  function handleConfirm() {
    setConfirmed(turnOff);
    mutation.mutate(method, { onSuccess: close });
  }

  if (turnOff.isOn && !turnOff.obstacle)
    return (
      <TurnOffDialog
        type={method}
        turnOff={turnOff}
        isStale={error !== null}
        mutation={mutation}
        onConfirm={handleConfirm}
        onClose={close}
      />
    );
  return (
    <NothingToTurnOff type={method} onClose={close}>
      {turnOff.obstacle ? (
        <Alert tone="warn">{t(obstacleWords[turnOff.obstacle])}</Alert>
      ) : (
        <p>
          <Trans>{name} is off.</Trans>
        </p>
      )}
    </NothingToTurnOff>
  );
}
