import { shownKey, signInAt } from '../pages.ts';
import { codeFor } from '../test-user.ts';
import { VirtualAuthenticator } from '../virtual-authenticator.ts';
import { alertOf } from './change.ts';
import type { PeoplesChange } from './change.ts';

const setUpApp: PeoplesChange = {
  does: 'sets up their authenticator app',
  call: 'POST /mfa/verify-setup',
  // The proof was asked for at the start. Giving the password again would start another session,
  // in which this set-up is not pending.
  meets: ['the end of a session'],
  isReadAgain: true,
  async open({ app, page, user }) {
    await signInAt(page, user, '/set-up/authenticator-app');
    const secret = await shownKey(page);
    const refill = () =>
      page.getByLabel('Code from the app').fill(codeFor(secret, app.clock.now()));
    await refill();
    return { user, refill };
  },
  button: (page) =>
    page.getByRole('dialog', { name: /^Set up/ }).getByRole('button', { name: 'Confirm' }),
  done: (page) => page.getByRole('dialog', { name: 'Save your backup codes' }),
};

/** The calls before and after the browser creates the passkey. */
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
  done: (page) => page.getByText('Passkey added.'),
});

const beginPasskey: PeoplesChange = {
  ...setUpPasskey('POST /mfa/setup'),
  lostAnswer: alertOf(/No passkey was created/),
};

const finishPasskey: PeoplesChange = {
  ...setUpPasskey('POST /mfa/passkey/complete-registration'),
  // Declining the proof here leaves a passkey on the device, so the message is never neutral.
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
  lostAnswer: alertOf(/We couldn't tell whether that worked/),
};

export const setUpChanges = [setUpApp, beginPasskey, finishPasskey, setUpMagicLink];
