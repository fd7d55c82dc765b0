import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { config } from '../api/config.ts';
import { Link } from '../lib/link.tsx';
import { paths } from '../lib/paths.ts';
import { ShieldIcon } from '../ui/icons.tsx';
import './layout.css';

interface Props {
  /** At the end of the header. */
  account?: ReactNode;
  nav?: ReactNode;
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame around every page. It knows nothing of a browser, so the build can render it, too. */
export function Frame({ account, nav, banner, children }: Props) {
  return (
    <>
      <a href="#content" className="layout-skip">
        <Trans>Skip to content</Trans>
      </a>
      <header className="layout-header">
        <Link to={paths.settings} className="layout-brand">
          {config.logo ? <img src={config.logo.src} alt={config.logo.alt} /> : <ShieldIcon />}
          {config.name ?? <Trans>Account security</Trans>}
        </Link>
        {account}
      </header>
      {nav}
      {banner}
      <main id="content" tabIndex={-1} className="layout-main">
        {children}
      </main>
    </>
  );
}
