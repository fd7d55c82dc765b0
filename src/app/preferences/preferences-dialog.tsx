import { Trans, useLingui } from '@lingui/react/macro';
import { type ChangeEvent, useState } from 'react';

import { languageKey, themeKey } from '../../api/storage-keys.ts';
import { browserStorage } from '../../lib/storage.ts';
import { addWords, showLanguage } from '../../lib/words.ts';
import { languages } from '../../locales/languages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { messages } from './locales/en.po';
import './preferences-dialog.css';

addWords(messages);

/** The language and the theme of this browser. Both change at once, and nothing typed is lost. */
export function PreferencesDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title={<Trans>Language and theme</Trans>}
      onClose={onClose}
      isBrief
      footer={
        <Button variant="primary" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <div className="preferences">
        <LanguageField />
        <ThemeField />
      </div>
    </Dialog>
  );
}

function LanguageField() {
  const { t, i18n: current } = useLingui();
  const [hasFailed, setHasFailed] = useState(false);

  async function choose(tag: string) {
    setHasFailed(false);
    try {
      await showLanguage(tag);
    } catch {
      return setHasFailed(true);
    }
    browserStorage.write(languageKey, tag);
    document.documentElement.lang = tag;
    document.documentElement.dir = languages[tag]?.isRightToLeft ? 'rtl' : 'ltr';
  }

  return (
    <Field
      label={<Trans>Language</Trans>}
      error={hasFailed && t`We couldn't load this language. Try again.`}
    >
      {(wiring) => (
        <select
          {...wiring}
          data-autofocus
          value={current.locale}
          onChange={(event) => void choose(event.target.value)}
        >
          {Object.entries(languages).map(([tag, { name }]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function ThemeField() {
  const { t } = useLingui();
  const [theme, setTheme] = useState(() => browserStorage.read(themeKey) ?? '');

  function handleChange({ target }: ChangeEvent<HTMLSelectElement>) {
    setTheme(target.value);
    document.documentElement.style.colorScheme = target.value;
    if (target.value) browserStorage.write(themeKey, target.value);
    else browserStorage.remove(themeKey);
  }

  return (
    <Field label={<Trans>Theme</Trans>} hint={<Trans>Both are kept in this browser.</Trans>}>
      {(wiring) => (
        <select {...wiring} value={theme} onChange={handleChange}>
          <option value="">{t`Same as this device`}</option>
          <option value="light">{t`Light`}</option>
          <option value="dark">{t`Dark`}</option>
        </select>
      )}
    </Field>
  );
}
