import { signInAt } from '../pages.ts';
import { codeFor } from '../test-user.ts';
import { VirtualAuthenticator } from '../virtual-authenticator.ts';
import { alertOf } from './change.ts';
import type { PeoplesChange } from './change.ts';

const setUpApp: PeoplesChange = {
  does: 'sets up their authenticator app',
  call: 'POST /mfa/verify-setup',
  // Its proof was asked for when it began, and giving the password again would begin a session in
  // which it is not pending.
  meets: ['the end of a session'],
  isReadAgain: true,
  async open({ app, page, user }) {
    await signInAt(page, user, '/set-up/authenticator-app');
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

/** Sent before the browser makes the passkey, and after. */
const setUpPasskey = (call: string): PeoplesChange => ({
  does: `sets up a passkey, by ${call},`,
  call,
  meets: ['the end of a session', 'a question'],
  isReadAgain: true,
  async open({ page, user }) {
    await VirtualAuthenticator.attach(page);
    await signInAt(page, user, '/set-up/passkey');
    return { user };
  },
  button: (page) =>
    page.getByRole('dialog').getByRole('button', { name: /^(Create passkey|Try again)$/ }),
  done: (page) => page.getByRole('dialog', { name: 'Passkey is on' }),
});

const beginPasskey: PeoplesChange = {
  ...setUpPasskey('POST /mfa/setup'),
  lostAnswer: alertOf(/No passkey was made/),
};

const finishPasskey: PeoplesChange = {
  ...setUpPasskey('POST /mfa/passkey/complete-registration'),
  // A question that is declined here leaves a passkey over on the device, which is never neutral.
  meets: ['the end of a session'],
};

const setUpMagicLink: PeoplesChange = {
  does: 'sets up magic link by its dialog',
  call: 'POST /mfa/setup',
  meets: ['the end of a session', 'a question'],
  isReadAgain: false,
  async open({ page, user }) {
    await signInAt(page, user, '/set-up/magic-link');
    return { user };
  },
  button: (page) => page.getByRole('dialog').getByRole('button', { name: 'Send link' }),
  done: (page) => page.getByText(/^Link sent to/),
  lostAnswer: alertOf(/We could not tell whether that worked/),
};

export const setUpChanges = [setUpApp, beginPasskey, finishPasskey, setUpMagicLink];
