import { Trans } from '@lingui/react/macro';

import { mfaTypes } from '../api/contract.ts';
import { useIsSlow } from '../lib/use-is-slow.ts';
import { Card } from '../ui/card.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import './method-row.css';
import './protection-card.css';

/** As large as the content that replaces it, so that nothing jumps. */
export function MethodsSkeleton() {
  const isSlow = useIsSlow(true);
  return (
    <>
      <Card className="protection-card">
        <Tile />
        <div className="method-row-words">
          <h2 aria-hidden="true">
            <Skeleton width="13rem" />
          </h2>
          <p role="status">
            {isSlow ? (
              <Trans>Still working</Trans>
            ) : (
              <>
                <VisuallyHidden>
                  <Trans>Loading your methods</Trans>
                </VisuallyHidden>
                <Skeleton width="16rem" />
              </>
            )}
          </p>
        </div>
      </Card>
      <section aria-hidden="true">
        <h2>
          <Trans>Methods</Trans>
        </h2>
        <Card>
          <ul>
            {mfaTypes.map((type) => (
              <li key={type} className="method-row">
                <Tile />
                <div className="method-row-words">
                  <div className="method-row-title">
                    <h3>
                      <Skeleton width="10rem" />
                    </h3>
                  </div>
                  <p className="method-row-use">
                    <Skeleton width="18rem" />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      </section>
    </>
  );
}

function Tile() {
  return <Skeleton width="2.75rem" height="2.75rem" />;
}
