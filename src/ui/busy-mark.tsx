import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { announce } from './live-region.tsx';
import { Spinner } from './spinner.tsx';

/** Stands over a button's label while it is busy; after 5 seconds it says so. */
export function BusyMark() {
  const { t } = useLingui();
  const isSlow = useIsSlow(true);
  useEffect(() => {
    // What is inside a button is its name: said there, it would not be spoken.
    if (isSlow) announce(t`Still working`);
  }, [isSlow, t]);
  if (!isSlow) return <Spinner />;
  return (
    <span className="button-slow" aria-hidden="true">
      <Trans>Still working</Trans>
    </span>
  );
}
