import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';

import { Alert } from './notice.tsx';
import { Button } from './button.tsx';

interface Props {
  children: ReactNode;
  /** Another value gives what is inside another chance: the address, where it decides what is shown. */
  resetKey?: string;
}

interface State {
  resetKey: string | undefined;
  error: unknown;
}

/** Stands in for a part of the page that broke, or that did not arrive. The console has the error. */
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
        {/* Every browser's words for a chunk that did not arrive: offline, or gone with an update. */}
        {/import/.test(String(error)) ? (
          <Trans>
            This part of the page could not be loaded. Reload it when you are connected.
          </Trans>
        ) : (
          <Trans>Something went wrong on this page. Reload it and try again.</Trans>
        )}
      </Alert>
    );
  }
}
