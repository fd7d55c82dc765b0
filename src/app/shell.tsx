import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router-dom';

import { base } from '../lib/paths.ts';
import { messages } from '../locales/en.po';
import { MethodsSkeleton } from '../mfa/methods-skeleton.tsx';
import { SettingsFrame } from '../mfa/settings-frame.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { AccountNav } from './account-nav.tsx';
import { Frame } from './frame.tsx';

/**
 * What the page shows until the script has loaded, as HTML for index.html. The build calls this; it
 * does not ship. One page serves every address: the early script tells the styles whether to show the
 * settings in the frame, and React's first render looks the same. Its words are English; for readers of
 * other languages, the early script hides them.
 */
export function renderShell(): string {
  i18n.loadAndActivate({ locale: 'en', messages });
  return renderToStaticMarkup(
    <I18nProvider i18n={i18n} defaultComponent={Sentence}>
      <MemoryRouter basename={base} initialEntries={[base]}>
        <div className="shell">
          <Frame nav={<AccountNav className="layout-shell" />}>
            <div className="layout-shell">
              <SettingsFrame>
                <MethodsSkeleton />
              </SettingsFrame>
            </div>
          </Frame>
        </div>
      </MemoryRouter>
    </I18nProvider>,
  );
}
