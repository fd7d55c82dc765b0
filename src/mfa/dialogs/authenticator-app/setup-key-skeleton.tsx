import { Trans } from '@lingui/react/macro';

import { useIsSlow } from '../../../lib/use-is-slow.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { isTouch } from './is-touch.ts';

/** Holds the room of the key. */
export function SetupKeySkeleton() {
  const isSlow = useIsSlow(true);
  return (
    <>
      <div className="setup-key">
        <Skeleton
          width={isTouch() ? '15rem' : '11.25rem'}
          height={isTouch() ? 'var(--target)' : '11.25rem'}
        />
        <div className="setup-key-words">
          {isSlow ? (
            <p role="status">
              <Trans>Still working</Trans>
            </p>
          ) : (
            <VisuallyHidden>
              <Trans>Loading</Trans>
            </VisuallyHidden>
          )}
          <Skeleton width="11rem" height="3lh" />
          <Skeleton width="10rem" />
        </div>
      </div>
      <Skeleton width="12rem" height="6.5rem" />
    </>
  );
}
