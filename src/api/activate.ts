import { activateAnswer } from './contract-sign-in.ts';
import { activatePath } from './early.ts';
import { request } from './request.ts';

/** Needs no session: the token (a JWT from the email) names the account. */
export const activateMagicLink = (token: string) =>
  request({
    method: 'POST',
    path: activatePath,
    body: { token },
    answer: activateAnswer,
    isOpen: true,
  });
