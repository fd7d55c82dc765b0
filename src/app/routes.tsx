import { Route, Routes } from 'react-router-dom';

import { SettingsPage } from '../mfa/settings-page.tsx';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { paths } from '../lib/paths.ts';
import { RequireSession } from '../session/require-session.tsx';
import { Layout } from './layout.tsx';

// Not in the first load. The headers of their addresses preload them beside it, so that no page
// waits for one more round trip.
const ActivatePage = lazyPage(
  async () => (await import('../activation/activate-page.tsx')).ActivatePage,
);
const SignInPage = lazyPage(
  async () => (await import('../session/sign-in/sign-in-page.tsx')).SignInPage,
);
const NotFoundPage = lazyPage(
  async () => (await import('./not-found/not-found-page.tsx')).NotFoundPage,
);

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
