import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import './settings-page.css';

interface Props {
  /** In place of the sentence below the heading. */
  lead?: ReactNode;
  children: ReactNode;
}

/** The heading of the settings page, and the room for its parts. The build renders it, too. */
export function SettingsFrame({ lead, children }: Props) {
  return (
    <div className="settings-page">
      <header>
        <h1>
          <Trans>Multi-factor authentication</Trans>
        </h1>
        <p className="settings-page-lead">
          {lead || <Trans>A second step at sign-in, so a stolen password isn't enough.</Trans>}
        </p>
      </header>
      {children}
    </div>
  );
}
