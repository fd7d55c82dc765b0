import { useEffect } from 'react';

import { Redirect } from '../lib/redirect.tsx';

/** Goes on after signing in. The focus was in the form that goes: reading goes on at the new heading. */
export function GoOn({ to }: { to: string }) {
  useEffect(
    () => () => {
      const heading = document.querySelector('h1');
      if (!heading || document.activeElement !== document.body) return;
      heading.tabIndex = -1;
      heading.focus();
    },
    [],
  );
  return <Redirect to={to} />;
}
