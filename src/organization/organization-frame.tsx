import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import './organization-frame.css';

export function OrganizationFrame({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  return (
    <div className="organization-frame">
      <title>{t`Organization`}</title>
      <header>
        <h1>
          <Trans>Organization</Trans>
        </h1>
        <p>
          <Trans>Look after everyone's second step.</Trans>
        </p>
      </header>
      {children}
    </div>
  );
}
