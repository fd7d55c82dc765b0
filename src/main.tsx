import './ui/tokens.css';
import './ui/page.css';
import './ui/base.css';

import { i18n } from '@lingui/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { closeEarly } from './api/early.ts';
import { joinSession } from './api/tokens.ts';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app/app.tsx';
import { readFirst } from './app/read-first.ts';
import { takeEmailedLink } from './lib/emailed-link.ts';
import { showLanguage } from './lib/words.ts';
import { messages } from './locales/en.po';

// Before any request, so that no referrer carries the token: security requirement A2.
const link = closeEarly() ?? takeEmailedLink();
i18n.loadAndActivate({ locale: 'en', messages });
const root = document.getElementById('root');

async function start() {
  await Promise.all([joinSession(), showWords()]);
  const queryClient = createQueryClient();
  await readFirst(queryClient);
  if (!root) throw new Error('index.html has no element #root.');
  createRoot(root, import.meta.env.VITE_OBSERVER ? { onCaughtError: reportError } : {}).render(
    <StrictMode>
      <App queryClient={queryClient} link={link} />
    </StrictMode>,
  );
}

/** In the language that the early script has chosen, or in English where its words do not load. */
async function showWords() {
  const page = document.documentElement;
  try {
    await showLanguage(page.lang);
  } catch {
    page.lang = 'en';
    page.dir = 'ltr';
  }
}

if (import.meta.env.VITE_OBSERVER)
  void import('./app/observe/start-observing.ts').then((code) => code.startObserving());
// No top-level await: the bundler would split the module into chunks that compress worse.
void start();
