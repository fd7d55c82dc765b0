import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { MemoryRouter, useLocation, useNavigationType } from 'react-router-dom';
import { render } from 'vitest-browser-react';

import '../ui/tokens.css';
import '../ui/page.css';
import '../ui/base.css';
import { createQueryClient } from '../api/query-client.ts';
import { LiveRegion } from '../ui/live-region.tsx';
import { Sentence } from '../ui/sentence.tsx';

interface Options {
  /** The address, and optionally the state, of the only history entry. */
  entry?: string | { pathname: string; state?: unknown };
}

/** Renders with the app's providers and StrictMode, and a new query client. */
export function renderApp(children: ReactNode, { entry = '/' }: Options = {}) {
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  return render(
    <StrictMode>
      <I18nProvider i18n={i18n} defaultComponent={Sentence}>
        <QueryClientProvider client={createQueryClient()}>
          <MemoryRouter initialEntries={[entry]}>{children}</MemoryRouter>
        </QueryClientProvider>
        <LiveRegion />
      </I18nProvider>
    </StrictMode>,
  );
}

/** Shows how this entry of the history came to be, and what it keeps. */
export function HistoryEntry() {
  const { state } = useLocation();
  return <output>{`${useNavigationType()} ${JSON.stringify(state)}`}</output>;
}
