import { signInByApi } from '../test-user.ts';
import type { PeoplesChange } from './change.ts';

export const openLink: PeoplesChange = {
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
  done: (page) => page.getByRole('heading', { name: /^Magic link (is|may already be) on/ }),
  lostAnswer: (page) => page.getByRole('heading', { name: /^We couldn't tell whether/ }),
};
