import { login } from './account/login.ts';
import { logout } from './account/logout.ts';
import { profile } from './account/profile.ts';
import { refresh } from './account/refresh.ts';
import type { Route } from './http/route.ts';
import { enable } from './mfa/enable.ts';
import { magicLinkActivate } from './mfa/magic-link-activate.ts';
import { magicLinkSend } from './mfa/magic-link-send.ts';
import { methods } from './mfa/methods.ts';
import { primary } from './mfa/primary.ts';
import { status } from './mfa/status.ts';

/** Every call of the contract. */
export const routes: readonly Route[] = [
  login,
  refresh,
  logout,
  profile,
  status,
  methods,
  enable,
  primary,
  magicLinkSend,
  magicLinkActivate,
];
