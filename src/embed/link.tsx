import type { ComponentProps } from 'react';
import { useHref, useLinkClickHandler } from 'react-router-dom';

import type { Link as OwnLink } from '../lib/link.tsx';
import { isReadOnly, readOptions } from './given.ts';

/**
 * In the place of lib/link.tsx. Where the page's address says nothing of the settings, a link opened in a
 * new tab leads to the page itself. All links lead to changes, so there are none where nothing may change.
 */
export function Link({
  to,
  replace = false,
  state,
  onClick,
  children,
  ...rest
}: ComponentProps<typeof OwnLink>) {
  const { routing = 'memory' } = readOptions();
  const href = useHref(to);
  const follow = useLinkClickHandler(to, { replace, state });
  if (isReadOnly()) return null;
  return (
    <a
      {...rest}
      href={routing === 'memory' ? window.location.href : href}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) follow(event);
      }}
    >
      {children}
    </a>
  );
}
