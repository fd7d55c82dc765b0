import '@tanstack/react-query';
import './hostile.css';
import { MfaSettings, type SettingsEvent } from 'mfa-settings';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { readWishes, session } from './host-session.ts';

const events: SettingsEvent[] = [];
Object.assign(window, { events, session });
const wishes = readWishes();

function Host() {
  const [isShown, setIsShown] = useState(true);
  const [clicks, setClicks] = useState(0);
  const [theme, setTheme] = useState(wishes.theme);
  const [locale, setLocale] = useState(wishes.locale);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Counts what reaches it.
    <main onClick={() => setClicks((count) => count + 1)}>
      <h1>The host</h1>
      <p>
        Clicks: <output data-testid="clicks">{clicks}</output>
      </p>
      <button type="button" onClick={() => setIsShown(!isShown)}>
        Show or hide
      </button>
      <button type="button" onClick={() => setTheme('dark')}>
        Dark
      </button>
      <button type="button" onClick={() => setLocale('de')}>
        Deutsch
      </button>
      {isShown && (
        <MfaSettings
          {...wishes}
          className="settings"
          session={session}
          theme={theme}
          locale={locale}
          onEvent={(event) => events.push(event)}
        />
      )}
    </main>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('There is no element #root.');
createRoot(root).render(
  <StrictMode>
    <Host />
  </StrictMode>,
);
