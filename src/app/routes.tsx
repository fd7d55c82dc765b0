import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';

import { ActivatePage } from '../activation/activate-page.tsx';
import { SettingsPage } from '../mfa/settings-page.tsx';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { paths } from '../lib/paths.ts';
import { RequireSession } from '../session/require-session.tsx';
import { Layout } from './layout.tsx';

// Without data to wait for, these are on screen as soon as the settings are: document, script, chunk.
const SignInPage = lazy(async () => ({
  default: (await import('../session/sign-in/sign-in-page.tsx')).SignInPage,
}));
const NotFoundPage = lazy(async () => ({
  default: (await import('./not-found/not-found-page.tsx')).NotFoundPage,
}));

/** The whole map of the app. */
export function AppRoutes({ link }: { link: EmailedLink | undefined }) {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route path={paths.signIn()} element={<SignInPage />} />
        <Route path={paths.activate} element={<ActivatePage link={link} />} />
        <Route element={<RequireSession />}>
          <Route path={paths.settings} element={<SettingsPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
