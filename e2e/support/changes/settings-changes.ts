import type { Page } from '@playwright/test';
import { enrolAuthenticatorApp } from '../enrol.ts';
import { methodRow, settingsRead, signInAt, stateIn } from '../pages.ts';
import { methods } from '../../backend/database/schema.ts';
import { alertOf, openProtected } from './change.ts';
import type { PeoplesChange } from './change.ts';

const row = (page: Page) => methodRow(page, 'Authenticator app');

const turnOn: PeoplesChange = {
  does: 'turns a method on',
  call: 'POST /mfa/enable',
  meets: ['the end of a session', 'a question'],
  isReadAgain: true,
  async open({ app, page, user }) {
    await enrolAuthenticatorApp(app, user, { isOff: true });
    await signInAt(page, user);
    return { user };
  },
  button: (page) => row(page).getByRole('button', { name: 'Turn on Authenticator app' }),
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
    // If it left earlier, the page would not get the answer to the code.
    await settingsRead(stage.page);
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
    await signInAt(page, user);
    return { user };
  },
  button: (page) => page.getByRole('button', { name: 'Send link' }),
  done: (page) => page.getByText(/^Link sent to/),
  lostAnswer: alertOf(/We couldn't tell whether that worked/),
};

const turnOff: PeoplesChange = {
  does: 'turns a method off',
  call: 'POST /mfa/disable',
  meets: ['the end of a session', 'a question'],
  isReadAgain: true,
  open: (stage) => openProtected(stage, '/turn-off/authenticator-app'),
  button: (page) => page.getByRole('alertdialog').getByRole('button', { name: /^Turn off/ }),
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
  button: (page) => page.getByRole('alertdialog').getByRole('button', { name: 'Reset everything' }),
  done: (page) => stateIn(row(page), 'Not set up'),
};

export const settingsChanges = [turnOn, makePrimary, sendLink, turnOff, reset];
