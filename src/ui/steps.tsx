import { Trans } from '@lingui/react/macro';

import './steps.css';
import { VisuallyHidden } from './visually-hidden.tsx';

type Props = {
  /** From 1. */
  current: number;
  count: number;
};

export function Steps({ current, count }: Props) {
  return (
    <p className="steps">
      <VisuallyHidden>
        <Trans>
          Step {current} of {count}
        </Trans>
      </VisuallyHidden>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} data-done={index < current || undefined} />
      ))}
    </p>
  );
}
