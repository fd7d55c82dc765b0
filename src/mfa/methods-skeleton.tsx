import { Trans } from '@lingui/react/macro';

import { mfaTypes } from '../api/contract.ts';
import { useIsSlow } from '../lib/use-is-slow.ts';
import { Card } from '../ui/card.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import cardStyles from './protection-card.module.css';
import rowStyles from './method-row.module.css';

/** Has the size of what replaces it, so that nothing jumps. */
export function MethodsSkeleton() {
  const isSlow = useIsSlow(true);
  return (
    <>
      <Card className={cardStyles['card']}>
        <Tile />
        <div className={rowStyles['words']}>
          <h2>
            <Skeleton width="13rem" />
          </h2>
          <p role="status">
            {isSlow ? (
              <Trans>Still working</Trans>
            ) : (
              <>
                <VisuallyHidden>
                  <Trans>Reading your methods</Trans>
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
              <li key={type} className={rowStyles['row']}>
                <Tile />
                <div className={rowStyles['words']}>
                  <div className={rowStyles['title']}>
                    <h3>
                      <Skeleton width="10rem" />
                    </h3>
                  </div>
                  <p className={rowStyles['use']}>
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
