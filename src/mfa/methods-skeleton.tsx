import { Trans } from '@lingui/react/macro';

import { mfaTypes } from '../api/contract.ts';
import { useIsSlow } from '../lib/use-is-slow.ts';
import { Card } from '../ui/card.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import './method-row.css';
import './methods-skeleton.css';
import './protection-card.css';

/**
 * As large as the content that replaces it, so that nothing jumps. It names no method and has no
 * button: nothing looks ready before it is. The build renders it, too.
 */
export function MethodsSkeleton() {
  const isSlow = useIsSlow(true);
  return (
    <>
      <Card className="protection-card">
        <Tile />
        <div className="protection-card-words">
          <h2 aria-hidden="true">
            <Skeleton className="methods-skeleton-heading" />
          </h2>
          <p role="status">
            {isSlow ? (
              <Trans>Still working</Trans>
            ) : (
              <>
                <VisuallyHidden>
                  <Trans>Loading your methods</Trans>
                </VisuallyHidden>
                <Skeleton className="methods-skeleton-sentence" />
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
                  <h3 className="method-row-title">
                    <Skeleton className="methods-skeleton-name" />
                  </h3>
                  <p className="method-row-use">
                    <Skeleton className="methods-skeleton-use" />
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
  return <Skeleton className="methods-skeleton-tile" />;
}
