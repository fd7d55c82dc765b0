import { Trans } from '@lingui/react/macro';

import { isOutcomeUnknown } from '../../../api/errors.ts';
import { explain } from '../../../api/explain.ts';
import { Failure } from '../../../ui/failure.tsx';
import { ChangeFailure } from '../change-failure.tsx';
import { isWrongCode } from './use-confirm-code.ts';

/** The state of the method when the dialog opened. */
export type StateBefore = 'on' | 'off' | 'not-set-up';

interface Props {
  error: Error;
  before: StateBefore;
  /** The state could not be refetched. */
  isStale: boolean;
  onStartAgain: () => void;
}

/** Why confirming failed. A wrong code is reported at its field instead. */
export function ConfirmFailure({ error, before, isStale, onStartAgain }: Props) {
  if (isWrongCode(error)) return null;
  const explanation = explain(error);
  // If an app was on before, the status cannot tell which of the two is in place now.
  if (before === 'on' && isOutcomeUnknown(error))
    return (
      <Failure
        {...explanation}
        what={
          <Trans>
            We couldn't tell whether your new app is set up. To be sure, start over and scan again.
          </Trans>
        }
        onRetry={onStartAgain}
      />
    );
  return (
    <ChangeFailure
      explanation={explanation}
      isStale={isStale}
      what={
        before === 'on' ? (
          <Trans>Your old app still works.</Trans>
        ) : (
          <Trans>Your authenticator app isn't on yet.</Trans>
        )
      }
    />
  );
}
