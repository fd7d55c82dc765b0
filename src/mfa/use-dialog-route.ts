import { useLocation, useNavigate } from 'react-router-dom';

import type { MfaType } from '../api/contract.ts';
import { methodSlugs } from '../api/methods.ts';
import { paths } from '../lib/paths.ts';
import type { MethodAction } from './describe-methods.ts';

/** Where the dialog of an action lives: dialogs have addresses, and the browser's Back closes them. */
export function dialogPath(action: MethodAction, type: MfaType): string {
  const slug = methodSlugs[type];
  if (action === 'turn-off') return paths.turnOff(slug);
  return action === 'test' ? paths.test(slug) : paths.setUp(slug);
}

/** The state of an address that was opened from the settings. */
export /** The state of an address that the settings page opened: Back leads to it again. */
const fromSettings = { isFromSettings: true };

export function useOpenDialog() {
  const navigate = useNavigate();
  return (path: string) => void navigate(path, { state: fromSettings });
}

/** Closes as Back would, so that Forward does not end up in a dialog; by address, where Back leads elsewhere. */
export function useCloseDialog() {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: Partial<typeof fromSettings> | null };
  return () =>
    void (state?.isFromSettings ? navigate(-1) : navigate(paths.settings, { replace: true }));
}
