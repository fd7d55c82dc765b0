import { refreshBody } from '../../../src/api/contract.ts';
import { openRoute } from '../route.ts';
import { unauthorized } from '../session/authenticate.ts';
import { refreshSession } from '../session/refresh-session.ts';

export const refresh = openRoute(
  {
    method: 'POST',
    path: '/user/refresh',
    body: refreshBody,
    failure: 'Failed to refresh the session',
  },
  async (services, body) => {
    const token = 'refresh_token' in body ? body.refresh_token : body.refreshToken;
    const tokens = await refreshSession(services, token);
    if (tokens === undefined) throw unauthorized();
    return { ...tokens };
  },
);
