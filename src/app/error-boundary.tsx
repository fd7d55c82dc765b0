import { Trans, useLingui } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';

import { Button } from '../ui/button.tsx';
import { WarningIcon } from '../ui/icons.tsx';
import { Outcome } from '../ui/outcome.tsx';

/** Shown instead of a blank page when the app itself is wrong. The browser's console has the error. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<WarningIcon />}
      tone="bad"
      title={t`Something went wrong on this page`}
      actions={
        <Button variant="primary" onClick={() => window.location.reload()}>
          <Trans>Reload</Trans>
        </Button>
      }
    >
      <Trans>This is our fault. Your account is as it was when you last changed it.</Trans>
    </Outcome>
  );
}
