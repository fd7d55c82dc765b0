import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';

import { OutdatedError } from '../lib/load-or-reload.ts';
import { Alert } from './notice.tsx';
import { Button } from './button.tsx';

interface Props {
  children: ReactNode;
  /** A new value renders the children again. Pass the address if it decides what is shown. */
  resetKey?: string;
}

interface State {
  resetKey: string | undefined;
  error: unknown;
}

/** Shows a message in place of a part that threw or did not load. The console has the error. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { resetKey: this.props.resetKey, error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State) {
    return resetKey === state.resetKey ? null : { resetKey, error: undefined };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Alert
        action={
          <Button onClick={() => window.location.reload()}>
            <Trans>Reload</Trans>
          </Button>
        }
      >
        <Explanation error={error} />
      </Alert>
    );
  }
}

function Explanation({ error }: { error: unknown }) {
  if (error instanceof OutdatedError)
    return <Trans>This page was updated while you had it open. Reload it to continue.</Trans>;
  // Every browser says "import" if a chunk fails to load.
  if (/import/.test(String(error)))
    return <Trans>This part of the page couldn't load. Reload it when you're online.</Trans>;
  return <Trans>Something went wrong on this page. Reload it and try again.</Trans>;
}
