import '../ui/tokens.css';
import '../ui/base.css';
import './embed.css';

import { i18n } from '@lingui/core';
import { createRoot } from 'react-dom/client';

import { followGiven } from '../api/host-session.ts';
import { observe, tell } from '../api/observe.ts';
import { createQueryClient } from '../api/query-client.ts';
import { matchLanguage } from '../lib/match-language.ts';
import { showLanguage } from '../lib/words.ts';
import { messages } from '../locales/en.po';
import { languages } from '../locales/languages.ts';
import { EmbeddedApp } from './embedded-app.tsx';
import { give, readOptions } from './given.ts';
import { overrideMessages } from './messages.ts';
import type { SettingsOptions } from './options.ts';
import { printCodesAlone } from './print-codes-alone.ts';
import { adoptStyles } from './styles.ts';

export interface Mounted {
  /** Shows the settings by other options. */
  update: (options: SettingsOptions) => void;
  unmount: () => void;
}

let isShown = false;

/**
 * Shows the settings in the shadow root of an element. They have a React root of their own: events within a
 * portal would reach the page's handlers twice.
 * @throws Error where the page shows them already
 */
export function mountSettings(element: HTMLElement, options: SettingsOptions): Mounted {
  if (isShown)
    throw new Error(
      'This page shows the MFA settings already. There can be one of them at a time.',
    );
  isShown = true;
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const dropStyles = adoptStyles(shadow);
  // Another one each time: React may still be clearing the last one.
  const container = document.createElement('div');
  container.className = 'embed';
  shadow.append(container);
  const root = createRoot(container, { onCaughtError: handleCaught });
  const queryClient = createQueryClient();
  let isGone = false;
  let wanted = 0;
  // Of what is on screen, as the language may still be on its way.
  let language: string | undefined;

  function render() {
    const { theme, readOnly = false, routing, methods } = readOptions();
    container.lang = i18n.locale;
    container.dir = languages[i18n.locale]?.isRightToLeft ? 'rtl' : 'ltr';
    container.toggleAttribute('data-read-only', readOnly);
    if (theme) container.dataset['theme'] = theme;
    else delete container.dataset['theme'];
    // What decides about the methods is read where they are, so the settings begin anew.
    const key = JSON.stringify([readOnly, methods, routing]);
    root.render(<EmbeddedApp key={key} queryClient={queryClient} routing={routing} />);
  }

  async function show(next: SettingsOptions) {
    const turn = ++wanted;
    give(next, shadow);
    observe((event) => readOptions().onEvent?.(event));
    followGiven();
    const words = chooseLanguage(next.locale);
    await Promise.all([
      overrideMessages(next.messages),
      words === language ? undefined : showWords(words),
    ]);
    // Meanwhile, others were given, or it has gone.
    if (turn !== wanted || isGone) return;
    language = words;
    render();
  }

  show(options).catch(reportError);
  const stopPrinting = printCodesAlone(element, shadow);
  return {
    update: (next) => void show(next).catch(reportError),
    unmount() {
      isGone = true;
      isShown = false;
      dropStyles();
      stopPrinting();
      container.remove();
      observe(() => undefined);
      // A root must not be unmounted while React renders, as it does where a component of the page goes.
      queueMicrotask(() => {
        root.unmount();
        queryClient.clear();
      });
    },
  };
}

function chooseLanguage(locale: string | undefined): string {
  const wanted = locale ? [locale] : [document.documentElement.lang, ...navigator.languages];
  return matchLanguage(wanted, Object.keys(languages));
}

/** In English where they do not load. */
async function showWords(language: string): Promise<void> {
  if (!i18n.locale) i18n.loadAndActivate({ locale: 'en', messages });
  await showLanguage(language).catch(() => showLanguage('en'));
}

function handleCaught(error: unknown): void {
  tell({ type: 'part-crashed', error: error instanceof Error ? error.name : 'unknown' });
  reportError(error);
}
