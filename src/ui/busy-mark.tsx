import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { announce } from './live-region.tsx';
import { Spinner } from './spinner.tsx';

/** Covers a button's label while it is busy, and says "Still working" after 5 seconds. */
export function BusyMark() {
  const { t } = useLingui();
  const isSlow = useIsSlow(true);
  useEffect(() => {
    // Announced separately, because text inside a button only changes the button's name.
    if (isSlow) announce(t`Still working`);
  }, [isSlow, t]);
  if (!isSlow) return <Spinner />;
  return (
    <span className="button-slow" aria-hidden="true">
      <Trans>Still working</Trans>
    </span>
  );
}
