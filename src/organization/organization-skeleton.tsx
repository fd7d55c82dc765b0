import { Trans } from '@lingui/react/macro';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { Card } from '../ui/card.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import './requirement-card.css';

export function OrganizationSkeleton() {
  const isSlow = useIsSlow(true);
  return (
    <Card className="requirement-card">
      <Skeleton width="2.75rem" height="2.75rem" />
      <div className="requirement-card-words">
        <h2>
          <Skeleton width="15rem" />
        </h2>
        <p role="status">
          {isSlow ? (
            <Trans>Still working</Trans>
          ) : (
            <>
              <VisuallyHidden>
                <Trans>Reading your organization</Trans>
              </VisuallyHidden>
              <Skeleton width="18rem" />
            </>
          )}
        </p>
      </div>
    </Card>
  );
}
