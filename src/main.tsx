import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { messages } from './locales/en.po';

i18n.loadAndActivate({ locale: 'en', messages });
const n = 3;
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <p>
        <Trans>
          Hello <b>{n}</b>
        </Trans>
        <Plural value={n} one="# method" other="# methods" />
      </p>
    </I18nProvider>
  </StrictMode>,
);
