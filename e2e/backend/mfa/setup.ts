import { setupBody } from '../../../src/api/contract.ts';
import type { MfaType } from '../../../src/api/contract.ts';
import { normalizeEmail } from '../account/find-user.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { readMethods } from '../account/account-methods.ts';
import { beginAuthenticatorSetup } from './authenticator-setup.ts';
import { beginPasskeySetup } from './passkey-registration.ts';

const begin = {
  GOOGLE_AUTH: beginAuthenticatorSetup,
  PASSKEY: beginPasskeySetup,
  MAGIC_LINK: describeMagicLinkSetup,
} as const satisfies Record<MfaType, unknown>;

/** Begins a set-up. What sign-in asks for does not change until the set-up is confirmed. */
export const setup = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/setup',
    access: 'fresh',
    body: setupBody,
    failure: 'Failed to setup MFA',
  },
  async (services, caller, { mfaType, email }) => ({
    data: await begin[mfaType](services, caller, email),
  }),
);

/** Sends nothing yet; `magic-link/send` does. Links only go to the account's own address. */
async function describeMagicLinkSetup(
  { database }: Services,
  { user }: Caller,
  email: string | undefined,
) {
  if (email !== undefined && normalizeEmail(email) !== user.email)
    throw new Refusal(400, 'Invalid field: email');
  const { configured } = await readMethods(database, user);
  return { email: user.email, verificationRequired: !configured.includes('MAGIC_LINK') };
}
