import { Trans } from '@lingui/react/macro';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { Card } from '../ui/card.tsx';
import '../ui/field.css';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import './member-row.css';

/** Has the size of the search field and of the first rows. */
export function MembersSkeleton() {
  const isSlow = useIsSlow(true);
  return (
    <>
      <div className="field">
        <Skeleton width="13rem" />
        <Skeleton height="var(--target)" />
        <p role="status" className="field-hint">
          {isSlow ? (
            <Trans>Still working</Trans>
          ) : (
            <>
              <VisuallyHidden>
                <Trans>Reading the members</Trans>
              </VisuallyHidden>
              <Skeleton width="6rem" />
            </>
          )}
        </p>
      </div>
      <Card aria-hidden="true">
        {['11rem', '9rem', '12rem'].map((width) => (
          <div key={width} className="member-row">
            <div className="member-row-words">
              <p>
                <Skeleton width={width} />
              </p>
              <p className="member-row-detail">
                <Skeleton width="14rem" />
              </p>
            </div>
          </div>
        ))}
      </Card>
    </>
  );
}
