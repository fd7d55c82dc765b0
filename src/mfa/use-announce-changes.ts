import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';

import { isMfaType } from '../api/contract.ts';
import { methodNames } from '../api/methods.ts';
import { announce } from '../ui/live-region.tsx';
import type { MethodView } from './describe-methods.ts';

/** Tells a screen reader what became true of a method, once, whatever made it so. */
export function useAnnounceChanges(views: MethodView[] | undefined): void {
  const { t } = useLingui();
  const before = useRef<MethodView[]>(undefined);
  useEffect(() => {
    for (const view of views ?? []) {
      const old = before.current?.find(({ type }) => type === view.type);
      if (!old || !isMfaType(view.type)) continue;
      const name = t(methodNames[view.type]);
      if (old.state !== 'on' && view.state === 'on') announce(t`${name} is on.`);
      else if (old.state === 'on' && view.state !== 'on') announce(t`${name} is off.`);
      else if (!old.isPrimary && view.isPrimary) announce(t`${name} is your primary method.`);
    }
    before.current = views;
  }, [views, t]);
}
