import { Trans, useLingui } from '@lingui/react/macro';

import { Link } from '../lib/link.tsx';
import { laterPaths } from '../lib/later-paths.ts';
import { DevicesSection } from './devices-section.tsx';
import '../ui/lone-link.css';
import './sections.css';
import { SessionsSection } from './sessions-section.tsx';

/** Who is signed in, and on what. */
export function Overview() {
  const { t } = useLingui();
  return (
    <div className="devices-page">
      <title>{t`Devices`}</title>
      <header>
        <h1>
          <Trans>Devices</Trans>
        </h1>
        <p className="device-row-detail">
          <Trans>
            Where you're signed in. Don't recognize something?{' '}
            <Link to={laterPaths.notMe}>That wasn't me</Link>
          </Trans>
        </p>
      </header>
      <SessionsSection />
      <DevicesSection />
      <p>
        <Link className="lone-link" to={laterPaths.password}>
          <Trans>Change your password</Trans>
        </Link>
      </p>
    </div>
  );
}
