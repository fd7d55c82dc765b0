import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BrowserRouter } from 'react-router-dom';

import { followChanges } from '../api/mfa.ts';
import { followSession } from '../session/follow-session.ts';
import { StepUpHost } from '../session/step-up-host.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Sentence } from '../ui/sentence.tsx';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { base } from '../lib/paths.ts';
import { AppRoutes } from './routes.tsx';

interface Props {
  queryClient: QueryClient;
  link: EmailedLink | undefined;
}

export function App({ queryClient, link }: Props) {
  useEffect(() => followSession(queryClient), [queryClient]);
  useEffect(() => followChanges(queryClient), [queryClient]);
  return (
    <I18nProvider i18n={i18n} defaultComponent={Sentence}>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter basename={base}>
            <AppRoutes link={link} />
            <StepUpHost />
          </BrowserRouter>
        </QueryClientProvider>
      </ErrorBoundary>
    </I18nProvider>
  );
}
