import { Trans } from '@lingui/react/macro';
import { Link, useLocation } from 'react-router-dom';

import { paths } from '../lib/paths.ts';
import './layout.css';

export const loadLaterPages = () => import('./later-pages.tsx');

/** At the first sign that somebody will open the page. A failure shows once they do. */
const preload = () =>
  void loadLaterPages()
    .then((code) => code.loadDevices())
    .catch(() => undefined);

/** The two halves of the app: tabs on wide screens, within a thumb's reach on a phone. */
export function AccountNav() {
  const { pathname } = useLocation();
  const mark = (isHere: boolean) => (isHere ? 'page' : undefined);
  return (
    <nav className="layout-nav">
      <Link to={paths.settings} aria-current={mark(pathname === paths.settings)}>
        <Trans>Second step</Trans>
      </Link>
      {/* A finger enters, too. */}
      <Link
        to={paths.devices}
        aria-current={mark(pathname.startsWith(paths.devices))}
        onPointerEnter={preload}
        onFocus={preload}
      >
        <Trans>Devices</Trans>
      </Link>
    </nav>
  );
}
