import { sessionRoute } from '../route.ts';
import { isEnforcedFor } from '../account/enforcement.ts';
import { readMethods } from '../account/account-methods.ts';

export const status = sessionRoute(
  {
    method: 'GET',
    path: '/mfa/status',
    access: 'limited',
    failure: 'Failed to get MFA status',
  },
  async ({ database }, { user, session }) => {
    const { enabled } = await readMethods(database, user);
    const isEnforced = await isEnforcedFor(database, user);
    return {
      data: {
        isEnabled: enabled.length > 0,
        isRequired: isEnforced,
        isEnforced,
        enabledMethods: enabled,
        ...(user.primaryMethod === null ? {} : { primaryMethod: user.primaryMethod }),
        sessionVerified: session.isVerified,
      },
    };
  },
);
