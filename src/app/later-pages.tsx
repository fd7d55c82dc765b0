import { useRoutes } from 'react-router-dom';

import type { EmailedLink } from '../lib/emailed-link.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { laterPaths } from '../lib/later-paths.ts';
import { paths } from '../lib/paths.ts';
import { RequireSession } from '../session/require-session.tsx';

export const loadDevices = () => import('../devices/devices-page.tsx');
export const loadOrganization = () => import('../organization/organization-page.tsx');

const DevicesPage = lazyPage(() => loadDevices().then((code) => code.DevicesPage));
const ActivatePage = lazyPage(() =>
  import('../activation/activate-page.tsx').then((code) => code.ActivatePage),
);
const SignInLinkPage = lazyPage(() =>
  import('../session/second-step/sign-in-link-page.tsx').then((code) => code.SignInLinkPage),
);
const PasswordPage = lazyPage(() =>
  import('../password/password-page.tsx').then((code) => code.PasswordPage),
);
const OrganizationPage = lazyPage(() => loadOrganization().then((code) => code.OrganizationPage));
const NotFoundPage = lazyPage(() =>
  import('./not-found/not-found-page.tsx').then((code) => code.NotFoundPage),
);

/** The pages that few visits need. Their routes are not in the first load either. */
export function LaterPages({ link }: { link: EmailedLink | undefined }) {
  return useRoutes([
    { path: paths.signInLink, element: <SignInLinkPage link={link} /> },
    { path: paths.activate, element: <ActivatePage link={link} /> },
    { path: laterPaths.forgotPassword, element: <PasswordPage kind="forgot" /> },
    { path: laterPaths.resetPassword, element: <PasswordPage kind="reset" link={link} /> },
    {
      element: <RequireSession />,
      children: [
        { path: paths.organization, element: <OrganizationPage /> },
        { path: laterPaths.anyDevice, element: <DevicesPage /> },
        { path: laterPaths.notMe, element: <DevicesPage isNotMe /> },
        { path: laterPaths.password, element: <PasswordPage kind="change" /> },
      ],
    },
    { path: '*', element: <NotFoundPage /> },
  ]);
}
