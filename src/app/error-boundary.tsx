import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';

import { Button } from '../ui/button.tsx';
import './layout.css';

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
  return (
    <main className="layout-main">
      <h1>
        <Trans>Something went wrong on this page</Trans>
      </h1>
      <p>
        <Trans>This is our fault. Your account is as it was when you last changed it.</Trans>
      </p>
      <Button variant="primary" onClick={() => window.location.reload()}>
        <Trans>Reload</Trans>
      </Button>
    </main>
  );
}
