import type { PeoplesChange } from './change.ts';
import { deviceChanges } from './device-changes.ts';
import { openLink } from './open-link.ts';
import { organizationChanges } from './organization-changes.ts';
import { passwordChanges } from './password-changes.ts';
import { proofChanges } from './proof-changes.ts';
import { settingsChanges } from './settings-changes.ts';
import { setUpChanges } from './set-up-changes.ts';

/** Every button of the app that sends a call. */
export const peoplesChanges: PeoplesChange[] = [
  ...settingsChanges,
  openLink,
  ...proofChanges,
  ...setUpChanges,
  ...organizationChanges,
  ...deviceChanges,
  ...passwordChanges,
];
