import type { Page } from '@playwright/test';
import { enrolAuthenticatorApp, enrolMagicLink, enrolPasskey } from '../enrol.ts';
import { sendLink, settingsHeading, settingsRead, signIn, signInAt, signOut } from '../pages.ts';
import { VirtualAuthenticator } from '../virtual-authenticator.ts';
import { alertOf, openProtected } from './change.ts';
import type { PeoplesChange } from './change.ts';

const confirm = (page: Page) => page.getByRole('button', { name: 'Confirm', exact: true });
const question = (page: Page) => page.getByRole('dialog', { name: "Confirm it's you" });
const unreachable = alertOf(/We couldn't reach the service/);
/** Calls that are themselves a proof never ask for one, and never refresh the session. */
const proof = { meets: [], isReadAgain: true } as const;

const signInByPassword: PeoplesChange = {
  does: 'signs in',
  call: 'POST /user/login',
  meets: [],
  isReadAgain: false,
  async open({ page, user }) {
    await page.goto('./sign-in');
    await page.getByLabel('Email').fill(user.email);
    await page.getByLabel('Password', { exact: true }).fill(user.password);
    return { user };
  },
  button: (page) => page.getByRole('button', { name: 'Sign in', exact: true }),
  done: settingsHeading,
  lostAnswer: alertOf(/We couldn't reach the service/),
};

const passSecondStep: PeoplesChange = {
  does: 'passes the second step',
  call: 'POST /mfa/verify-login',
  meets: [],
  isReadAgain: true,
  async open({ app, page, user }) {
    const { backupCodes } = await enrolAuthenticatorApp(app, user);
    await signInAt(page, user);
    // Unlike a code from the app, a backup code is sent by the button only.
    await page.getByRole('button', { name: 'Use a backup code instead' }).click();
    const refill = () =>
      page.getByRole('textbox', { name: 'Backup code' }).fill(backupCodes.pop() ?? '');
    await refill();
    return { user, refill };
  },
  button: (page) => page.getByRole('button', { name: 'Confirm', exact: true }),
  done: settingsHeading,
  // The earlier token stays limited, so the page asks for the second step again.
  lostAnswer: alertOf(/We couldn't reach the service/),
};

/** Requests the options for an assertion, and sends the assertion. */
const passByPasskey = (call: string): PeoplesChange => ({
  ...proof,
  does: `passes the second step with a passkey, by ${call},`,
  call,
  async open({ page, user }) {
    await VirtualAuthenticator.attach(page);
    await signInAt(page, user);
    await enrolPasskey(page);
    await signOut(page);
    await signIn(page, user);
    return { user };
  },
  button: (page) => page.getByRole('button', { name: /^(Use your passkey|Try again)$/ }),
  done: settingsHeading,
  lostAnswer: unreachable,
  // The settings ask for the passkeys that the account has.
  isSentByNextPage: call === 'POST /mfa/passkey/auth-options',
});

const sendSecondStepLink: PeoplesChange = {
  ...proof,
  does: 'sends a link for the second step',
  call: 'POST /mfa/magic-link/send',
  isReadAgain: false,
  async open({ app, page, user, mailbox }) {
    await enrolMagicLink(app, mailbox, user);
    await signInAt(page, user);
    return { user };
  },
  button: (page) => page.getByRole('button', { name: 'Send link' }),
  done: (page) => page.getByRole('button', { name: 'Resend link' }),
  lostAnswer: alertOf(/We couldn't tell whether that worked/),
};

const openSecondStepLink: PeoplesChange = {
  ...proof,
  does: 'opens a link for the second step',
  call: 'POST /mfa/verify-login',
  isReadAgain: false,
  async open(stage) {
    const { page, user, mailbox } = stage;
    const opened = await sendSecondStepLink.open(stage);
    await sendLink(page);
    // As in a browser that did not request the link: there it waits for a click.
    await page.evaluate(() => localStorage.removeItem('magic-link-sent'));
    await page.goto(await mailbox.linkFor(user.email));
    return opened;
  },
  button: (page) => page.getByRole('button', { name: /^(Sign in|Try again)$/ }),
  done: (page) => page.getByRole('heading', { name: "You're signed in" }),
  lostAnswer: (page) => page.getByRole('heading', { name: /^We couldn't tell whether/ }),
  // A link works once, so another one is sent.
  doneAgain: (page) => page.getByRole('heading', { name: 'This link no longer works' }),
};

const testApp: PeoplesChange = {
  ...proof,
  does: 'tests their authenticator app',
  call: 'POST /mfa/verify-login',
  async open(stage) {
    const opened = await openProtected(stage, '/test/authenticator-app');
    const dialog = stage.page.getByRole('dialog', { name: 'Test Authenticator app' });
    // Without an event, as some browsers fill a field in: then it is sent by the button only.
    const refill = () =>
      dialog.getByLabel('Code from the app').evaluate((field: HTMLInputElement, code) => {
        field.value = code;
      }, opened.authenticator?.nextCode() ?? '');
    await refill();
    return { ...opened, refill };
  },
  button: confirm,
  done: (page) => page.getByText('Your authenticator app works.'),
  lostAnswer: unreachable,
};

const proveByPassword: PeoplesChange = {
  ...proof,
  does: 'proves by password who they are',
  call: 'POST /user/login',
  isReadAgain: false,
  async open({ app, page, user }) {
    await signInAt(page, user);
    await settingsRead(page);
    await app.clock.advance(11 * 60_000);
    await page.goto('./set-up/authenticator-app');
    await question(page).getByLabel('Password', { exact: true }).fill(user.password);
    return { user };
  },
  button: (page) => question(page).getByRole('button', { name: 'Confirm', exact: true }),
  done: (page) => page.getByLabel('Code from the app'),
  lostAnswer: unreachable,
};

export const proofChanges = [
  signInByPassword,
  passSecondStep,
  passByPasskey('POST /mfa/passkey/auth-options'),
  passByPasskey('POST /mfa/verify-login'),
  sendSecondStepLink,
  openSecondStepLink,
  testApp,
  proveByPassword,
];
