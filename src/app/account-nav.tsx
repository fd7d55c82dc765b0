import { Trans } from '@lingui/react/macro';
import { useLocation } from 'react-router-dom';

import { Link } from '../lib/link.tsx';
import { paths, settingsPages } from '../lib/paths.ts';
import { preload } from '../lib/preload.ts';
import './layout.css';

export const loadLaterPages = () => import('./later-pages.tsx');

const loadDevices = () => loadLaterPages().then((code) => code.loadDevices());

/** The two halves of the app: tabs on wide screens, within a thumb's reach on a phone. */
export function AccountNav({ className = '' }: { className?: string }) {
  const { pathname } = useLocation();
  const mark = (isHere: boolean) => (isHere ? 'page' : undefined);
  return (
    <nav className={`layout-nav ${className}`}>
      <Link to={paths.settings} aria-current={mark(settingsPages.test(pathname))}>
        <Trans>Second step</Trans>
      </Link>
      {/* A finger enters, too. */}
      <Link
        to={paths.devices}
        aria-current={mark(pathname.startsWith(paths.devices))}
        onPointerEnter={() => preload(loadDevices)}
        onFocus={() => preload(loadDevices)}
      >
        <Trans>Devices</Trans>
      </Link>
    </nav>
  );
}
