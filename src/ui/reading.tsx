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

/** Holds the room of what is still loading; after 5 seconds it says so in the same room. */
export function Waiting({ height }: { /** Any CSS length. */ height: string }) {
  const isSlow = useIsSlow(true);
  return (
    <div role="status">
      {isSlow && <Trans>Still working</Trans>}
      <Skeleton height={isSlow ? `calc(${height} - 1lh)` : height} />
    </div>
  );
}
