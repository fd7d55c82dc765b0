import type { ReactNode } from 'react';

import { Card } from '../ui/card.tsx';
import { LastUpdated } from '../ui/last-updated.tsx';
import { Reading } from '../ui/reading.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import './device-row.css';

/** Said where the list could not be refetched. */
export function AsOf({ time }: { /** Milliseconds since the epoch. */ time: number }) {
  return (
    <p className="device-row-detail">
      <LastUpdated at={time} />
    </p>
  );
}

/** Says that the list is not whole. */
export function LeftOut({ count, children }: { count: number; children: ReactNode }) {
  if (count === 0) return null;
  return <p className="device-row device-row-end device-row-detail">{children}</p>;
}

/** Two rows that are still loading. */
export function RowsSkeleton({ children }: { /** For screen readers. */ children: ReactNode }) {
  return (
    <Card>
      <div className="device-row">
        <div className="device-row-words">
          <Reading width="11rem">{children}</Reading>
          <Skeleton width="14rem" />
        </div>
      </div>
      <div className="device-row">
        <div className="device-row-words">
          <Skeleton width="9rem" />
          <Skeleton width="13rem" />
        </div>
      </div>
    </Card>
  );
}
