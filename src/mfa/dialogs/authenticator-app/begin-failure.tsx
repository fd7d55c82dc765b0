import { Trans } from '@lingui/react/macro';

import { explain } from '../../../api/explain.ts';
import { Button } from '../../../ui/button.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { WarningIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';

type Props = { error: Error; onRetry: () => void };

export function BeginFailure({ error, onRetry }: Props) {
  const explanation = explain(error);
  return (
    <Failure
      {...explanation}
      what={explanation.isNeutral ? undefined : <Trans>The set-up did not begin.</Trans>}
      onRetry={onRetry}
    />
  );
}

/** Said where another tab went on with the set-up. */
export function Overtaken({ onStartAgain }: { onStartAgain: () => void }) {
  return (
    <Notice
      role="status"
      tone="warn"
      icon={<WarningIcon />}
      action={
        <Button variant="secondary" onClick={onStartAgain}>
          <Trans>Start again here</Trans>
        </Button>
      }
    >
      <Trans>You went on in another tab. Finish there, or start again here.</Trans>
    </Notice>
  );
}
