import type { RouteObject } from 'react-router-dom';

import { lazyPage } from '../lib/lazy-page.ts';
import { paths } from '../lib/paths.ts';
import { SettingsPage } from './settings-page.tsx';

const SettingsDialog = lazyPage(() =>
  import('./dialogs/settings-dialog.tsx').then((code) => code.SettingsDialog),
);

/** The settings page, and the addresses of its dialogs. */
export const settingsRoutes: RouteObject = {
  element: <SettingsPage />,
  children: [
    { path: paths.settings, element: null },
    { path: paths.setUp(':method'), element: <SettingsDialog kind="set-up" /> },
    { path: paths.turnOff(':method'), element: <SettingsDialog kind="turn-off" /> },
    { path: paths.test(':method'), element: <SettingsDialog kind="test" /> },
    { path: paths.passkeys, element: <SettingsDialog kind="passkeys" /> },
    { path: paths.reset, element: <SettingsDialog kind="reset" /> },
  ],
};
