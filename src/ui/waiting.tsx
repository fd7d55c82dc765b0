import { Trans } from '@lingui/react/macro';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { Skeleton } from './skeleton.tsx';

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
