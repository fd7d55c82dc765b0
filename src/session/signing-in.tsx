import { queryOptions, skipToken } from '@tanstack/react-query';
import { useEffect } from 'react';

import { pageRoot } from '../lib/page-root.ts';
import { Redirect } from '../lib/redirect.tsx';

/** The address typed at sign-in. It is only in memory, so it is gone after sign-out or a reload. */
export const signingInAsQuery = () =>
  queryOptions<string>({ queryKey: ['signing-in-as'], queryFn: skipToken });

/**
 * Leaves a sign-in page. The focus was in its form, which goes away, so it moves to the next page's
 * heading, where a screen reader then continues.
 */
export function GoOn({ to }: { to: string }) {
  useEffect(
    () => () => {
      const heading = pageRoot().querySelector('h1');
      if (!heading || document.activeElement !== document.body) return;
      heading.tabIndex = -1;
      heading.focus();
    },
    [],
  );
  return <Redirect to={to} />;
}
