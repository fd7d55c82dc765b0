import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';

import { announce } from '../ui/live-region.tsx';

/** Says once that the requirement has changed, whoever changed it, when the page shows it. */
export function useAnnounceRequirement(isEnforced: boolean): void {
  const { t } = useLingui();
  const said = useRef(isEnforced);
  useEffect(() => {
    if (said.current === isEnforced) return;
    said.current = isEnforced;
    announce(
      isEnforced
        ? t`A second step is now required of everyone.`
        : t`A second step is no longer required.`,
    );
  }, [isEnforced, t]);
}
