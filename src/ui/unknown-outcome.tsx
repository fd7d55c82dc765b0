import { Trans } from '@lingui/react/macro';
import type { ComponentProps, ReactNode } from 'react';

import { useIsCoolingDown } from '../lib/countdown.ts';
import { Button } from './button.tsx';
import { Failure } from './failure.tsx';
import { WarningIcon } from './icons.tsx';
import { Outcome } from './outcome.tsx';

interface Props {
  title: string;
  /** Why the last try failed; undefined after a reload. */
  failure: ComponentProps<typeof Failure> | undefined;
  onRetry: (() => void) | undefined;
  /** What to offer instead of a retry. */
  elsewhere: ReactNode;
  children?: ReactNode;
}

/** The page behind an emailed link whose answer got lost, with a retry if one is possible. */
export function UnknownOutcome({ title, failure, onRetry, elsewhere, children }: Props) {
  const isWaiting = useIsCoolingDown(failure);
  return (
    <Outcome
      icon={<WarningIcon />}
      tone="warn"
      title={title}
      actions={
        onRetry ? (
          <Button variant="primary" onClick={onRetry} isDisabled={isWaiting}>
            <Trans>Try again</Trans>
          </Button>
        ) : (
          elsewhere
        )
      }
    >
      {failure && <Failure {...failure} />}
      {children}
    </Outcome>
  );
}
