import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router-dom';

import { followChanges } from '../api/mfa.ts';
import { followSession } from '../session/follow-session.ts';
import { StepUpHost } from '../session/step-up-host.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Sentence } from '../ui/sentence.tsx';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { createQueryClient } from '../api/query-client.ts';
import { AppRoutes } from './routes.tsx';

export function App({ link }: { link: EmailedLink | undefined }) {
  const [queryClient] = useState(createQueryClient);
  useEffect(() => followSession(queryClient), [queryClient]);
  useEffect(() => followChanges(queryClient), [queryClient]);
  return (
    <I18nProvider i18n={i18n} defaultComponent={Sentence}>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter>
            <AppRoutes link={link} />
            <StepUpHost />
          </BrowserRouter>
        </QueryClientProvider>
      </ErrorBoundary>
    </I18nProvider>
  );
}
