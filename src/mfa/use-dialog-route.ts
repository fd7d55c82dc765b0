import { useLocation, useNavigate } from 'react-router-dom';

import type { MfaType } from '../api/contract.ts';
import { methodSlugs } from '../api/methods.ts';
import { paths } from '../lib/paths.ts';
import type { MethodAction } from './describe-methods.ts';

/** The address of an action's dialog. Dialogs have addresses, so that the browser's Back closes them. */
export function dialogPath(action: MethodAction, mfaType: MfaType): string {
  const slug = methodSlugs[mfaType];
  if (action === 'turn-off') return paths.turnOff(slug);
  return action === 'test' ? paths.test(slug) : paths.setUp(slug);
}

/** The history state of an address that the settings page opened: Back leads to the settings again. */
export const fromSettings = { isFromSettings: true };

export function useOpenDialog() {
  const navigate = useNavigate();
  return (path: string) => void navigate(path, { state: fromSettings });
}

/**
 * Closes the dialog by going back, so that Back does not open it again afterwards. Where the entry before
 * is not the settings page, replaces the address instead.
 */
export function useCloseDialog() {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: Partial<typeof fromSettings> | null };
  return () =>
    void (state?.isFromSettings ? navigate(-1) : navigate(paths.settings, { replace: true }));
}
