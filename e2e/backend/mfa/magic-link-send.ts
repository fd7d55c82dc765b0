import type { Database } from '../database/open-database.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { countTry } from '../limits/rate-limit.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { sendLinkMail } from '../mail/link-mail.ts';
import type { LinkPurpose } from '../mail/link-mail.ts';
import type { Services } from '../services.ts';
import { requireFreshProof } from '../session/access.ts';
import type { Caller } from '../session/caller.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { readMethods } from '../account/account-methods.ts';
import { issueLinkToken } from './link-tokens.ts';

const hour = 60 * 60_000;

/**
 * Emails a link. Where magic links are on already, it is a sign-in link for a second step (signing
 * in, step-up, testing the method). Otherwise it turns magic links on, so the caller needs a fresh
 * proof.
 */
export const magicLinkSend = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/magic-link/send',
    access: 'limited',
    failure: 'Failed to send magic link',
  },
  async (services, caller) => {
    const { user, session } = caller;
    await choosePurpose(services, services.database, caller);
    // Count the session's own quota first, so that no session can use up the account's.
    const key = `link ${session.id}`;
    await countTry(services, { key, count: 1, window: 30_000 });
    await countTry(services, { key: `${key} hourly`, count: 20, window: hour });
    await countTry(services, { key: `links ${user.id} hourly`, count: 60, window: hour });
    const link = await services.database.transaction(async (tx) => {
      const held = await holdCaller(services, tx, caller);
      const purpose = await choosePurpose(services, tx, held);
      const circumstances = await readCircumstances(tx, user.id, session.id);
      return { purpose, circumstances, token: await issueLinkToken(services, tx, held, purpose) };
    });
    await sendLinkMail(services, user, link.purpose, link.token, link.circumstances);
    return { message: 'Magic link sent successfully' };
  },
);

/** @throws Refusal if the caller may not ask for this kind of link */
async function choosePurpose(
  services: Services,
  database: Database,
  caller: Caller,
): Promise<LinkPurpose> {
  const { enabled } = await readMethods(database, caller.user);
  if (enabled.includes('MAGIC_LINK')) return 'sign-in';
  if (!caller.session.isVerified) throw new Refusal(400, 'MFA method is not enabled');
  requireFreshProof(services, caller);
  return 'activate';
}
