import { useRoutes } from 'react-router-dom';

import type { EmailedLink } from '../lib/emailed-link.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { paths } from '../lib/paths.ts';
import { settingsRoutes } from '../mfa/settings-routes.tsx';
import { RequireSession } from '../session/require-session.tsx';
import { loadLaterPages } from './account-nav.tsx';
import { Layout } from './layout.tsx';

// Not in the first load. `Link` headers preload the pages for signing in and
// what each of the later ones needs, which saves round trips (e2e/headers/page-preloads.ts).
const SignInPage = lazyPage(() =>
  import('../session/sign-in/sign-in-page.tsx').then((code) => code.SignInPage),
);
const SecondStepPage = lazyPage(() =>
  import('../session/second-step/second-step-page.tsx').then((code) => code.SecondStepPage),
);
const LaterPages = lazyPage(() => loadLaterPages().then((code) => code.LaterPages));

/** All routes of the app. As objects, because `<Routes>` would add more bytes to the first load. */
export function AppRoutes({ link }: { link: EmailedLink | undefined }) {
  return useRoutes([
    {
      element: <Layout />,
      children: [
        { path: paths.signIn(), element: <SignInPage /> },
        { path: paths.secondStep(), element: <SecondStepPage /> },
        {
          element: <RequireSession />,
          children: [settingsRoutes],
        },
        { path: '*', element: <LaterPages link={link} /> },
      ],
    },
  ]);
}
