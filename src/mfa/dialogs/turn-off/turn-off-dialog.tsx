import { Trans, useLingui } from '@lingui/react/macro';

import type { MfaType } from '../../../api/contract.ts';
import { RefusedError } from '../../../api/errors.ts';
import { explain } from '../../../api/explain.ts';
import { methodNames } from '../../../api/methods.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { obstacleWords } from '../../method-words.ts';
import { ChangeFailure } from '../change-failure.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import { Consequences } from './consequences.tsx';
import type { TurnOff } from './describe-turn-off.ts';
import type { useTurnOff } from './use-turn-off.ts';

interface Props {
  type: MfaType;
  turnOff: TurnOff;
  /** The state could not be read again. */
  isStale: boolean;
  mutation: ReturnType<typeof useTurnOff>;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a method goes off, and says what that means. */
export function TurnOffDialog({ type, turnOff, isStale, mutation, onConfirm, onClose }: Props) {
  const { t } = useLingui();
  const name = t(methodNames[type]);
  const failure = mutation.error && explainRefusal(mutation.error, turnOff);
  const isWaiting = useIsCoolingDown(failure);
  return (
    <Dialog
      title={<Trans>Turn off {name}?</Trans>}
      onClose={onClose}
      isBusy={mutation.isPending}
      footer={
        <>
          <Button variant="secondary" isDisabled={mutation.isPending} onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            variant="danger"
            aria-label={t`Turn off ${name}`}
            isBusy={mutation.isPending}
            isDisabled={isWaiting}
            onClick={onConfirm}
          >
            <Trans>Turn off</Trans>
          </Button>
        </>
      }
    >
      <Consequences type={type} {...turnOff} />
      <OfflineNotice />
      {failure && (
        <ChangeFailure
          what={<Trans>{name} is still on.</Trans>}
          explanation={failure}
          isStale={isStale}
        />
      )}
    </Dialog>
  );
}

/** A refused last method is refused for one reason, known only to the server until now. */
function explainRefusal(error: Error, { remaining }: TurnOff) {
  const isRequired =
    error instanceof RefusedError && error.status === 403 && remaining.length === 0;
  const explanation = explain(error);
  return isRequired
    ? { ...explanation, why: obstacleWords['required-by-organization'] }
    : explanation;
}
