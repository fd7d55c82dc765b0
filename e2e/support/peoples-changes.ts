import type { Locator, Page } from '@playwright/test';
import { methods } from '../backend/database/schema.ts';
import type { Mailbox } from './mailbox.ts';
import { methodRow, stateIn } from './method-row.ts';
import { createOrganization } from './organization.ts';
import { confirmCode, enrolAuthenticatorApp, settingsHeading } from './second-step.ts';
import type { AuthenticatorApp } from './second-step.ts';
import { signIn } from './sign-in.ts';
import type { TestApp } from './test-app.ts';
import { codeFor, setUpAuthenticatorApp, signInByApi } from './test-user.ts';
import type { TestUser } from './test-user.ts';

interface Stage {
  app: TestApp;
  page: Page;
  user: TestUser;
  mailbox: Mailbox;
}

/** Who is signed in afterwards, and what else they hold. */
interface Opened {
  user: TestUser;
  authenticator?: AuthenticatorApp;
  /** Fills in again what the backend has used up though its answer was lost. */
  refill?: () => Promise<void>;
}

/** Something that people do by pressing one button, which sends one call. */
export interface PeoplesChange {
  /** As in "a person who …". */
  does: string;
  call: string;
  /** What a call with a session may meet: that it has ended, and that it asks for proof. */
  meets: readonly ('the end of a session' | 'a question')[];
  /** Whether the page can read what came of it. */
  isReadAgain: boolean;
  /** Leads to where the button is, with everything filled in. */
  open: (stage: Stage) => Promise<Opened>;
  button: (page: Page) => Locator;
  done: (page: Page) => Locator;
  /** What shows where the backend did it and its answer was lost; `done` unless given. */
  unheard?: (page: Page) => Locator;
}

const row = (page: Page) => methodRow(page, 'Authenticator app');
const alertOf = (words: RegExp) => (page: Page) => page.getByRole('alert').getByText(words);

async function openProtected({ app, page, user }: Stage, path: string): Promise<Opened> {
  const authenticator = await enrolAuthenticatorApp(app, user);
  await page.goto(path);
  await signIn(page, user);
  await confirmCode(page, authenticator.nextCode());
  return { user, authenticator };
}

const turnOn: PeoplesChange = {
  does: 'turns a method on',
  call: 'POST /mfa/enable',
  meets: ['the end of a session', 'a question'],
  isReadAgain: true,
  async open({ app, page, user }) {
    await setUpAuthenticatorApp(app, user, { isOff: true });
    await page.goto('/');
    await signIn(page, user);
    return { user };
  },
  button: (page) => page.getByRole('button', { name: 'Turn on Authenticator app' }),
  done: (page) => stateIn(row(page), 'On'),
};

const makePrimary: PeoplesChange = {
  does: 'makes a method primary',
  call: 'POST /mfa/primary',
  meets: ['the end of a session', 'a question'],
  isReadAgain: true,
  async open(stage) {
    const { app, user } = stage;
    const opened = await openProtected(stage, '/');
    const link = { userId: user.id, type: 'MAGIC_LINK', isEnabled: true } as const;
    await app.backend.database.insert(methods).values(link);
    await stage.page.reload();
    return opened;
  },
  button: (page) => page.getByRole('button', { name: 'Make Magic link primary' }),
  done: (page) => stateIn(methodRow(page, 'Magic link'), 'Primary'),
};

const sendLink: PeoplesChange = {
  does: 'sends a link',
  call: 'POST /mfa/magic-link/send',
  meets: ['the end of a session', 'a question'],
  isReadAgain: false,
  async open({ page, user }) {
    await page.goto('/');
    await signIn(page, user);
    return { user };
  },
  button: (page) => page.getByRole('button', { name: 'Send link' }),
  done: (page) => page.getByText(/^Link sent to/),
  unheard: alertOf(/We could not tell whether that worked/),
};

const openLink: PeoplesChange = {
  does: 'opens an emailed link',
  call: 'POST /mfa/magic-link/activate',
  meets: [],
  isReadAgain: false,
  async open({ app, page, user, mailbox }) {
    const post = await signInByApi(app, user);
    await post('/mfa/magic-link/send', {});
    await page.goto(await mailbox.linkFor(user.email));
    return { user };
  },
  button: (page) => page.getByRole('button', { name: /^(Turn on magic link|Try again)$/ }),
  done: (page) => page.getByRole('heading', { name: /^Magic link (is|may be) on/ }),
  unheard: (page) => page.getByRole('heading', { name: /^We could not tell whether/ }),
};

const signInByPassword: PeoplesChange = {
  does: 'signs in',
  call: 'POST /user/login',
  meets: [],
  isReadAgain: false,
  async open({ page, user }) {
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(user.email);
    await page.getByLabel('Password', { exact: true }).fill(user.password);
    return { user };
  },
  button: (page) => page.getByRole('button', { name: 'Sign in', exact: true }),
  done: settingsHeading,
  unheard: alertOf(/We could not reach the service/),
};

const passSecondStep: PeoplesChange = {
  does: 'passes the second step',
  call: 'POST /mfa/verify-login',
  meets: [],
  isReadAgain: true,
  async open({ app, page, user }) {
    const { nextCode } = await enrolAuthenticatorApp(app, user);
    await page.goto('/');
    await signIn(page, user);
    const refill = () => page.getByLabel('Code from the app').fill(nextCode());
    await refill();
    return { user, refill };
  },
  button: (page) => page.getByRole('button', { name: 'Confirm', exact: true }),
  done: settingsHeading,
  // The token of before stays a limited one: what was lost is asked for again.
  unheard: alertOf(/We could not reach the service/),
};

const setUpApp: PeoplesChange = {
  does: 'sets up their authenticator app',
  call: 'POST /mfa/verify-setup',
  // Its proof was asked for when it began, and giving the password again would begin a session in
  // which it is not pending.
  meets: ['the end of a session'],
  isReadAgain: true,
  async open({ app, page, user }) {
    await page.goto('/set-up/authenticator-app');
    await signIn(page, user);
    const key = page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const secret = (await key.innerText()).replaceAll(' ', '');
    const refill = () =>
      page.getByLabel('Code from the app').fill(codeFor(secret, app.clock.now()));
    await refill();
    return { user, refill };
  },
  button: (page) =>
    page.getByRole('dialog', { name: /^Set up/ }).getByRole('button', { name: 'Confirm' }),
  done: (page) => page.getByRole('dialog', { name: 'Save your backup codes' }),
};

const turnOff: PeoplesChange = {
  does: 'turns a method off',
  call: 'POST /mfa/disable',
  meets: ['the end of a session', 'a question'],
  isReadAgain: true,
  open: (stage) => openProtected(stage, '/turn-off/authenticator-app'),
  button: (page) => page.getByRole('dialog').getByRole('button', { name: /^Turn off/ }),
  done: (page) => stateIn(row(page), 'Off'),
};

const reset: PeoplesChange = {
  does: 'resets everything',
  call: 'POST /mfa/reset',
  meets: ['the end of a session', 'a question'],
  isReadAgain: true,
  async open(stage) {
    const opened = await openProtected(stage, '/reset');
    await stage.page.getByLabel(/^Type .reset. to confirm/).fill('reset');
    return opened;
  },
  button: (page) => page.getByRole('dialog').getByRole('button', { name: 'Reset everything' }),
  done: (page) => stateIn(row(page), 'Not set up'),
};

const requireSecondStep: PeoplesChange = {
  does: 'requires a second step of everyone',
  call: 'POST /mfa/organization/enforce',
  meets: ['the end of a session', 'a question'],
  isReadAgain: true,
  async open(stage) {
    const { owner } = await createOrganization(stage.app);
    const opened = await openProtected({ ...stage, user: owner }, '/organization');
    await stage.page.getByRole('button', { name: 'Require for everyone' }).click();
    return opened;
  },
  button: (page) => page.getByRole('dialog').getByRole('button', { name: /^Require$/ }),
  done: (page) => page.getByRole('heading', { name: 'A second step is required' }),
};

export const peoplesChanges = [
  turnOn,
  makePrimary,
  sendLink,
  openLink,
  signInByPassword,
  passSecondStep,
  setUpApp,
  turnOff,
  reset,
  requireSecondStep,
];
