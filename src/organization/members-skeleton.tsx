import { Trans } from '@lingui/react/macro';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

export function MembersSkeleton() {
  const isSlow = useIsSlow(true);
  return (
    <>
      <p role="status">
        {isSlow ? (
          <Trans>Still working</Trans>
        ) : (
          <>
            <VisuallyHidden>
              <Trans>Reading the members</Trans>
            </VisuallyHidden>
            <Skeleton width="11rem" />
          </>
        )}
      </p>
      <Skeleton height="var(--target)" />
      <Skeleton height="15rem" />
    </>
  );
}
