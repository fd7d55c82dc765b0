import { Route, Routes } from 'react-router-dom';

import type { EmailedLink } from '../lib/emailed-link.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { paths } from '../lib/paths.ts';
import { SettingsPage } from '../mfa/settings-page.tsx';
import { RequireSession } from '../session/require-session.tsx';
import { Layout } from './layout.tsx';

// Not in the first load. The headers of their addresses preload the first two beside it, so that no
// page waits for one more round trip.
const ActivatePage = lazyPage(
  async () => (await import('../activation/activate-page.tsx')).ActivatePage,
);
const SignInPage = lazyPage(
  async () => (await import('../session/sign-in/sign-in-page.tsx')).SignInPage,
);
const SecondStepPage = lazyPage(
  async () => (await import('../session/second-step/second-step-page.tsx')).SecondStepPage,
);
const SignInLinkPage = lazyPage(
  async () => (await import('../session/second-step/sign-in-link-page.tsx')).SignInLinkPage,
);
const NotFoundPage = lazyPage(
  async () => (await import('./not-found/not-found-page.tsx')).NotFoundPage,
);
const OrganizationPage = lazyPage(
  async () => (await import('../organization/organization-page.tsx')).OrganizationPage,
);
const SettingsDialog = lazyPage(
  async () => (await import('../mfa/dialogs/settings-dialog.tsx')).SettingsDialog,
);

/** The whole map of the app. */
export function AppRoutes({ link }: { link: EmailedLink | undefined }) {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route path={paths.signIn()} element={<SignInPage />} />
        <Route path={paths.secondStep()} element={<SecondStepPage />} />
        <Route path={paths.signInLink} element={<SignInLinkPage link={link} />} />
        <Route path={paths.activate} element={<ActivatePage link={link} />} />
        <Route element={<RequireSession />}>
          <Route element={<SettingsPage />}>
            <Route path={paths.settings} element={null} />
            <Route path={paths.setUp(':method')} element={<SettingsDialog kind="set-up" />} />
            <Route path={paths.turnOff(':method')} element={<SettingsDialog kind="turn-off" />} />
            <Route path={paths.test(':method')} element={<SettingsDialog kind="test" />} />
            <Route path={paths.reset} element={<SettingsDialog kind="reset" />} />
          </Route>
          <Route path={paths.organization} element={<OrganizationPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
