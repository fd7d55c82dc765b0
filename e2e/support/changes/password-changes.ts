import { alertOf, openProtected } from './change.ts';
import type { PeoplesChange } from './change.ts';

const newPassword = 'quite another set of words';
const lostAnswer = alertOf(/We couldn't tell whether that worked/);

const changePassword: PeoplesChange = {
  does: 'changes their password',
  call: 'PUT /user/{id}',
  meets: ['the end of a session', 'a question'],
  isReadAgain: false,
  async open(stage) {
    const opened = await openProtected(stage, '/password');
    const refill = () => stage.page.getByLabel('New password').fill(newPassword);
    await refill();
    return { ...opened, refill };
  },
  button: (page) => page.getByRole('button', { name: 'Change password' }),
  done: (page) => page.getByRole('heading', { name: 'Your password was changed' }),
  lostAnswer,
};

const askForReset: PeoplesChange = {
  does: 'asks for a link because they forgot their password',
  call: 'POST /user/request-reset-password',
  meets: [],
  isReadAgain: false,
  async open({ page, user }) {
    await page.goto('./forgot-password');
    await page.getByLabel('Email').fill(user.email);
    return { user };
  },
  button: (page) => page.getByRole('button', { name: 'Send link' }),
  done: (page) => page.getByRole('heading', { name: 'Check your email' }),
  lostAnswer,
};

const reset: PeoplesChange = {
  does: 'chooses a new password by an emailed link',
  call: 'POST /user/reset-password',
  meets: [],
  isReadAgain: false,
  async open(stage) {
    const { page, user, mailbox } = stage;
    await askForReset.open(stage);
    await askForReset.button(page).click();
    await page.goto(await mailbox.linkFor(user.email));
    await page.getByLabel('New password').fill(newPassword);
    return { user };
  },
  button: (page) => page.getByRole('button', { name: 'Save password' }),
  done: (page) => page.getByRole('heading', { name: 'Your password was changed' }),
  lostAnswer,
  // The link works once, and the page can't tell whether it did.
  doneAgain: (page) => page.getByRole('heading', { name: 'Your password may already be changed' }),
};

export const passwordChanges = [changePassword, askForReset, reset];
