import './ui/tokens.css';
import './ui/base.css';

import { i18n } from '@lingui/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { joinSession } from './api/tokens.ts';
import { App } from './app/app.tsx';
import { takeEmailedLink } from './lib/emailed-link.ts';
import { messages } from './locales/en.po';

// [A2] First of all, before anything is sent.
const link = takeEmailedLink();
i18n.loadAndActivate({ locale: 'en', messages });
const root = document.getElementById('root');

function render() {
  if (!root) throw new Error('index.html has no element #root.');
  createRoot(root).render(
    <StrictMode>
      <App link={link} />
    </StrictMode>,
  );
}

// Not awaited at the top level: a module that waits there is split into chunks that compress worse.
void joinSession().then(render);
