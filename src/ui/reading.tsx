import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { Skeleton } from './skeleton.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props {
  /** Any CSS length. */
  width: string;
  className?: string;
  /** What is being read, for screen readers. */
  children: ReactNode;
}

/** A line of text that is still loading. After 5 seconds it says that it is slow. */
export function Reading({ width, className, children }: Props) {
  const isSlow = useIsSlow(true);
  return (
    <p role="status" className={className}>
      {isSlow ? (
        <Trans>Still working</Trans>
      ) : (
        <>
          <VisuallyHidden>{children}</VisuallyHidden>
          <Skeleton width={width} />
        </>
      )}
    </p>
  );
}
