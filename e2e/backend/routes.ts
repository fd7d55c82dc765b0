import { getDevice } from './devices/get-device.ts';
import { heartbeat } from './devices/heartbeat.ts';
import { listDevices } from './devices/list-devices.ts';
import { listSessions } from './devices/list-sessions.ts';
import { removeDevice } from './devices/remove-device.ts';
import { revokeAllSessions } from './devices/revoke-all-sessions.ts';
import { revokeSession } from './devices/revoke-session.ts';
import { trustDevice } from './devices/trust-device.ts';
import { untrustDevice } from './devices/untrust-device.ts';
import { login } from './user/login.ts';
import { logout } from './user/logout.ts';
import { profile } from './user/profile.ts';
import { refresh } from './user/refresh.ts';
import { requestPasswordReset } from './user/request-password-reset.ts';
import { resetPassword } from './user/reset-password.ts';
import { updateUser } from './user/update-user.ts';
import type { Route } from './route.ts';
import { disable } from './mfa/disable.ts';
import { enable } from './mfa/enable.ts';
import { magicLinkActivate } from './mfa/magic-link-activate.ts';
import { magicLinkSend } from './mfa/magic-link-send.ts';
import { methods } from './mfa/methods.ts';
import { passkeyAuthOptions } from './mfa/passkey-authentication.ts';
import { primary } from './mfa/primary.ts';
import { reset } from './mfa/reset.ts';
import { setup } from './mfa/setup.ts';
import { status } from './mfa/status.ts';
import { verifyLogin } from './mfa/verify-login.ts';
import {
  completeRegistration,
  completeRegistrationAlias,
  verifySetup,
} from './mfa/verify-setup.ts';
import { enforce } from './organization/enforce.ts';
import { getOrganization } from './organization/get-organization.ts';
import { listUsers } from './organization/list-users.ts';

/** Every call of the contract. */
export const routes: readonly Route[] = [
  login,
  refresh,
  logout,
  profile,
  requestPasswordReset,
  resetPassword,
  // After all other calls under /user, because its pattern matches their paths too.
  updateUser,
  status,
  methods,
  setup,
  verifySetup,
  enable,
  disable,
  primary,
  reset,
  magicLinkSend,
  magicLinkActivate,
  passkeyAuthOptions,
  completeRegistration,
  completeRegistrationAlias,
  verifyLogin,
  enforce,
  listUsers,
  // After `listUsers`, because its pattern matches that path too.
  getOrganization,
  listDevices,
  trustDevice,
  // After `trustDevice`, because its pattern matches that path too.
  getDevice,
  untrustDevice,
  removeDevice,
  listSessions,
  revokeAllSessions,
  revokeSession,
  heartbeat,
];
