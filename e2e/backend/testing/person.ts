import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { devicesAnswer, sessionsAnswer } from '../../../src/api/contract-devices.ts';
import type { Device, DeviceInfo, Session } from '../../../src/api/contract-devices.ts';
import { totpSetupAnswer } from '../../../src/api/contract-set-up.ts';
import type { TotpSetup } from '../../../src/api/contract-set-up.ts';
import { verifyLoginAnswer } from '../../../src/api/contract-sign-in.ts';
import { statusAnswer, tokensAnswer } from '../../../src/api/contract.ts';
import type { MfaStatus } from '../../../src/api/contract.ts';
import { insertUser } from '../account/create-user.ts';
import type { NewUser } from '../account/create-user.ts';
import { hashPassword } from '../crypto/passwords.ts';
import type { Mail } from '../mail/inbox.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { send } from './send.ts';
import type { Reply } from './send.ts';
import type { TestBackend } from './start-test-backend.ts';

export const password = 'a long enough password';
/** Hashed once, because hashing is slow on purpose. */
const passwordHash = hashPassword(password);

type Newcomer = Partial<Omit<NewUser, 'email' | 'password'>>;

/** A person with an account, in one session. */
export class Person {
  readonly backend: TestBackend;
  readonly id: string;
  readonly email: string;
  accessToken = '';
  refreshToken = '';
  /** The `Accept-Language` of the browser. */
  language: string | undefined;

  private constructor(backend: TestBackend, id: string, email: string) {
    this.backend = backend;
    this.id = id;
    this.email = email;
  }

  /** A new account, not signed in. */
  static async create(backend: TestBackend, user: Newcomer = {}): Promise<Person> {
    const email = `${randomUUID()}@example.com`;
    const { id } = await insertUser(backend.database, { email, ...user }, await passwordHash);
    return new Person(backend, id, email);
  }

  /** A new account, signed in. */
  static async signedIn(backend: TestBackend, user: Newcomer = {}): Promise<Person> {
    return (await Person.create(backend, user)).signIn();
  }

  /**
   * The same person in a new session, which is limited where a method is on.
   * @param from what the browser says about itself, and where it is; a password that was changed
   */
  async signIn(
    from: {
      deviceInfo?: DeviceInfo;
      source?: string;
      password?: string;
      language?: string | undefined;
    } = {},
  ): Promise<Person> {
    const { email, backend } = this;
    const { source, language = this.language, ...rest } = from;
    const body = { email, password, ...rest };
    const session = new Person(backend, this.id, email);
    session.language = language;
    const reply = await send(backend, 'POST /user/login', {
      body,
      headers: session.headers(),
      ...(source === undefined ? {} : { source }),
    });
    session.takeFrom(reply);
    return session;
  }

  take(tokens: { accessToken: string; refreshToken: string }): void {
    this.accessToken = tokens.accessToken;
    this.refreshToken = tokens.refreshToken;
  }

  /** Uses the tokens of an answer from now on. */
  takeFrom({ body }: Reply): void {
    this.take(v.parse(tokensAnswer, body));
  }

  /** The same session as a thief has it who copied its current tokens. */
  copy(): Person {
    const copy = new Person(this.backend, this.id, this.email);
    copy.take(this);
    copy.language = this.language;
    return copy;
  }

  /** Sends any call, e.g. `DELETE /devices/1`. */
  send(call: string, body?: unknown): Promise<Reply> {
    return send(this.backend, call, { token: this.accessToken, body, headers: this.headers() });
  }

  private headers(): Record<string, string> {
    return this.language === undefined ? {} : { 'Accept-Language': this.language };
  }

  get(path: string): Promise<Reply> {
    return this.send(`GET ${path}`);
  }

  post(path: string, body?: unknown): Promise<Reply> {
    return this.send(`POST ${path}`, body);
  }

  refresh(): Promise<Reply> {
    const body = { refresh_token: this.refreshToken };
    return send(this.backend, 'POST /user/refresh', { body });
  }

  /**
   * Refreshes the session and uses the new tokens from now on. Returns their lifetime in
   * milliseconds.
   */
  async renew(): Promise<number> {
    const tokens = v.parse(tokensAnswer, (await this.refresh()).body);
    this.take(tokens);
    return (tokens.expiresAt ?? 0) - this.backend.now();
  }

  /** Proves who they are with the password, as an account without a method does. */
  async proveByPassword(): Promise<void> {
    const { accessToken: token, email, backend } = this;
    const reply = await send(backend, 'POST /user/login', { token, body: { email, password } });
    this.takeFrom(reply);
  }

  /** The open sessions, this one first. */
  async sessions(): Promise<Session[]> {
    return v.parse(sessionsAnswer, (await this.get('/sessions')).body).entries;
  }

  async devices(): Promise<Device[]> {
    return v.parse(devicesAnswer, (await this.get('/devices')).body).entries;
  }

  /** The id of this session. */
  async sessionId(): Promise<string> {
    const own = (await this.sessions()).find(({ isCurrent }) => isCurrent);
    if (own === undefined) throw new Error('The session is over');
    return own.id;
  }

  /** How a call is answered now: 200, 401 once the session is over, 403 before the second step. */
  async profileStatus(): Promise<number> {
    return (await this.get('/user/profile')).status;
  }

  async status(): Promise<MfaStatus> {
    return v.parse(statusAnswer, (await this.get('/mfa/status')).body.data);
  }

  /** Sets up a real authenticator app. Its next code is valid in 30 seconds. */
  async setUpAuthenticator(): Promise<TotpSetup> {
    const reply = await this.post('/mfa/setup', { mfaType: 'GOOGLE_AUTH' });
    const setup = v.parse(totpSetupAnswer, reply.body.data);
    const code = currentTotpCode(setup.secret, this.backend.now());
    const proven = await this.post('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code });
    if (proven.status !== 200) throw new Error(`Set-up failed: ${proven.body.error ?? ''}`);
    return setup;
  }

  /** Sends a code from the app, or a backup code, as the second step. */
  sendCode(code: string): Promise<Reply> {
    return this.post('/mfa/verify-login', { mfaType: 'GOOGLE_AUTH', code });
  }

  /** Passes the second step and uses the tokens it returns. */
  async passSecondStep(code: string): Promise<void> {
    const { fullAccessToken, refreshToken } = v.parse(
      verifyLoginAnswer,
      (await this.sendCode(code)).body,
    );
    this.take({ accessToken: fullAccessToken, refreshToken });
  }

  /** The token in the newest link that was mailed. */
  newestLinkToken(): string {
    const mail = this.backend.inbox
      ?.messages()
      .find(({ to, text }) => to === this.email && text.includes('?token='));
    const token = /^http\S+\?token=(\S+)$/m.exec(mail?.text ?? '')?.[1];
    if (token === undefined) throw new Error('No link was mailed');
    return token;
  }

  /** Turns magic links on with an emailed link. */
  async setUpMagicLink(): Promise<void> {
    await this.post('/mfa/magic-link/send');
    const body = { token: this.newestLinkToken() };
    await send(this.backend, 'POST /mfa/magic-link/activate', { body });
  }

  /** The subjects of the mails, newest first, but for those about sign-ins. */
  subjects(): string[] {
    const mails = this.backend.inbox?.messages() ?? [];
    return mails
      .filter(({ to, subject }) => to === this.email && !subject.startsWith('New sign-in'))
      .map(({ subject }) => subject);
  }

  /** The newest mail. */
  newestMail(): Mail {
    const mail = this.backend.inbox?.messages().find(({ to }) => to === this.email);
    if (mail === undefined) throw new Error('No mail came');
    return mail;
  }
}
