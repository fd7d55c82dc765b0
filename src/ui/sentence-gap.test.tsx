import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';

import { SentenceGap } from './sentence-gap.tsx';

test.for([
  ['en', 'One. Two.'],
  ['ko', 'One. Two.'],
  ['ja', 'One.Two.'],
  ['zh-Hans', 'One.Two.'],
  ['zh-Hant', 'One.Two.'],
])('Between two sentences in %s: %s', async ([locale = '', words]) => {
  const i18n = setupI18n({ locale, messages: { [locale]: {} } });
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <p>
        <span>One.</span>
        <SentenceGap />
        <span>Two.</span>
      </p>
    </I18nProvider>,
  );
  expect(screen.container.textContent).toBe(words);
});
