import { enrolAuthenticatorApp } from '../enrol.ts';
import { createOrganization } from '../organization.ts';
import { alertOf, openProtected } from './change.ts';
import type { PeoplesChange } from './change.ts';

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
  button: (page) => page.getByRole('alertdialog').getByRole('button', { name: /^Require$/ }),
  done: (page) => page.getByRole('heading', { name: 'A second step is required' }),
};

const resetMember: PeoplesChange = {
  does: 'resets the methods of a member',
  call: 'POST /mfa/reset',
  meets: ['the end of a session', 'a question'],
  isReadAgain: false,
  async open(stage) {
    const { owner, join } = await createOrganization(stage.app);
    const bob = await join({ name: 'Bob', lastName: 'Example' });
    await enrolAuthenticatorApp(stage.app, bob);
    const opened = await openProtected({ ...stage, user: owner }, '/organization');
    await stage.page.getByRole('button', { name: 'Reset methods for Bob Example' }).click();
    return opened;
  },
  button: (page) => page.getByRole('alertdialog').getByRole('button', { name: 'Reset methods' }),
  done: (page) => page.getByText('Methods removed'),
  lostAnswer: alertOf(/We couldn't tell whether that worked/),
};

export const organizationChanges = [requireSecondStep, resetMember];
