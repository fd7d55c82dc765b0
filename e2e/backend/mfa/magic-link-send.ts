import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../http/route.ts';
import { countTry } from '../limits/rate-limit.ts';
import { sendLinkMail } from '../mail/link-mail.ts';
import { readMethods } from './account-methods.ts';
import { issueLinkToken } from './link-tokens.ts';

/**
 * In the middle of signing in, and wherever magic links are on already (stepping up, trying it
 * out), the link passes a second step; else it turns magic links on.
 */
export const magicLinkSend = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/magic-link/send',
    access: 'limited',
    failure: 'Failed to send magic link',
  },
  async (services, { user, session }) => {
    const { enabled } = await readMethods(services.database, user);
    if (!session.isVerified && !enabled.includes('MAGIC_LINK'))
      throw new Refusal(400, 'MFA method is not enabled');
    const purpose = enabled.includes('MAGIC_LINK') ? 'sign-in' : 'activate';
    const key = `link ${purpose} ${user.id}`;
    await countTry(services, { key, count: 1, window: 30_000 });
    await countTry(services, { key: `${key} hourly`, count: 20, window: 60 * 60_000 });
    const token = await issueLinkToken(services, user, purpose, session.id);
    await sendLinkMail(services, user, purpose, token);
    return { message: 'Magic link sent successfully' };
  },
);
