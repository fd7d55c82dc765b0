import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';

import './organization-frame.css';

export function OrganizationFrame({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  // Where someone who came by the account's menu goes on.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="organization-frame">
      <title>{t`Organization`}</title>
      <header>
        <h1 ref={heading} tabIndex={-1}>
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
