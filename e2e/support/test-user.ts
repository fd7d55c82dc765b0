import { Secret, TOTP } from 'otpauth';
import * as v from 'valibot';
import { verifyLoginAnswer } from '../../src/api/contract-sign-in.ts';
import { tokensAnswer } from '../../src/api/contract.ts';
import type { MfaType } from '../../src/api/contract.ts';
import type { TestApp } from './test-app.ts';

/** A person with an account, and their password. */
export interface TestUser {
  id: string;
  email: string;
  password: string;
}

export type NewUser = Partial<Parameters<TestApp['backend']['createUser']>[0]>;

export const password = 'correct horse battery staple';

export async function createUser(app: TestApp, user: NewUser = {}): Promise<TestUser> {
  const email = user.email ?? `person-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const known = { email, password };
  const { id } = await app.backend.createUser({
    name: 'Grace',
    lastName: 'Hopper',
    ...user,
    ...known,
  });
  return { id, ...known };
}

/**
 * The code that an authenticator app shows for this key (base32) at this time (milliseconds since
 * the epoch).
 */
export function codeFor(secret: string, timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/**
 * Signs in with calls to the API, with a code from the app where a second step is on. Returns a
 * function that posts as this person.
 */
export async function signInByApi(app: TestApp, { email, password }: TestUser, code?: string) {
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await app.backend.fetch(
      new Request(new URL(path, app.appUrl), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
      // Where the browsers are: wrong passwords count by it.
      '127.0.0.1',
    );
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as unknown;
  };
  const { accessToken } = v.parse(tokensAnswer, await post('/user/login', { email, password }));
  const postAs = (token: string) => (path: string, body: unknown) =>
    post(path, body, { Authorization: `Bearer ${token}` });
  if (code === undefined) return postAs(accessToken);
  const mfaType: MfaType = 'GOOGLE_AUTH';
  const verified = await postAs(accessToken)('/mfa/verify-login', { mfaType, code });
  return postAs(v.parse(verifyLoginAnswer, verified).fullAccessToken);
}
