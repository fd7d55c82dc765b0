import { sessionRoute } from '../route.ts';

export const status = sessionRoute(
  {
    method: 'GET',
    path: '/mfa/status',
    access: 'limited',
    failure: 'Failed to get MFA status',
  },
  async (_services, { user, session, methods: { enabled }, isEnforced }) => {
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
