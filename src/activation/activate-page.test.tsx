import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { clearLinkMark, leaveLinkMark, readLinkMark } from '../api/link-mark.ts';
import { writeTokens } from '../api/tokens.ts';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { HistoryEntry } from '../testing/render-app.tsx';
import { renderApp } from '../testing/render-app.tsx';
import { ActivatePage } from './activate-page.tsx';

const route = 'POST /mfa/magic-link/activate';
const refused = { status: 400, body: { success: false, error: 'Invalid or expired token' } };
const failed = {
  status: 500,
  body: { success: false, error: 'Failed to activate magic link MFA' },
};
const status = (enabledMethods: string[]) => ({
  body: { success: true, data: { isEnabled: true, enabledMethods } },
});
const newLink = (token = 'aaa.bbb.ccc'): EmailedLink => ({ token, isPosted: false });
const open = (link: EmailedLink | undefined, state?: unknown) =>
  renderApp(<ActivatePage link={link} />, { entry: { pathname: '/activate', state } });

/** Makes the browser report that it is offline, until the test ends. */
function beOffline() {
  const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  onTestFinished(() => isOnline.mockRestore());
  return isOnline;
}

beforeEach(() => {
  clearLinkMark();
  writeTokens(undefined, 'signed-out');
});

describe('[A1] the activation link', () => {
  it('is posted exactly once by itself, under StrictMode, in the browser that asked for it', async () => {
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: {} });
    const screen = await open(newLink());
    await expect.element(screen.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
    expect(calls(route)).toEqual([{ authorization: null, body: { token: 'aaa.bbb.ccc' } }]);
  });

  it('is posted once elsewhere, and only after a click, even a double click', async () => {
    let answer: (reply: Reply) => void = () => {};
    const calls = fakeApi({ [route]: () => new Promise<Reply>((resolve) => (answer = resolve)) });
    const screen = await open(newLink());
    const button = screen.getByRole('button', { name: 'Turn on magic link' });
    await expect.element(button).toBeVisible();
    expect(calls(route)).toHaveLength(0);
    await button.dblClick();
    await expect
      .element(screen.getByRole('heading', { name: 'Turning on magic link' }))
      .toBeVisible();
    answer({});
    await expect.element(screen.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
    expect(calls(route)).toHaveLength(1);
  });

  it('is not posted again on a page that shows its result', async () => {
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: {} });
    const screen = await open(undefined, { outcome: 'done' });
    await expect.element(screen.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
    expect(calls(route)).toHaveLength(0);
  });

  it('is not posted again when the page was left before the answer came', async () => {
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: {} });
    const screen = await open({ ...newLink(), isPosted: true });
    const title = "We couldn't tell whether that worked";
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
    expect(calls(route)).toHaveLength(0);
  });
});

it('[A1] is posted before anything else is asked where this browser knows that magic links were off', async () => {
  writeTokens(
    { accessToken: 'a', refreshToken: 'r', user: { id: 'ada', email: 'a@b.c' } },
    'signed-in',
  );
  leaveLinkMark(Date.now(), 'ada', true);
  let isPosted = false;
  const post = () => {
    isPosted = true;
    return {};
  };
  const seen: boolean[] = [];
  const answer = () => {
    seen.push(isPosted);
    return status(['MAGIC_LINK']);
  };
  fakeApi({ [route]: post, 'GET /mfa/status': answer });
  const screen = await open(newLink());
  await expect.element(screen.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  expect(seen).not.toContain(false);
});

describe('[A1] a link that somebody else opens', () => {
  const bob = { id: 'bob', email: 'bob@example.com' };
  const signInAsBob = () =>
    writeTokens({ accessToken: 'b', refreshToken: 'r', user: bob }, 'signed-in');
  const press = async (screen: Awaited<ReturnType<typeof open>>) =>
    screen.getByRole('button', { name: 'Turn on magic link' }).click();

  it('waits for a click, and the page says who is signed in', async () => {
    leaveLinkMark(Date.now(), 'ada');
    signInAsBob();
    const calls = fakeApi({ [route]: {}, 'GET /mfa/status': status([]) });
    const screen = await open(newLink());
    await expect.element(screen.getByText("You're signed in as b•••@example.com")).toBeVisible();
    expect(calls(route)).toHaveLength(0);
  });

  it('is not said to have changed their account, before and after a reload', async () => {
    signInAsBob();
    fakeApi({ [route]: {}, 'GET /mfa/status': status([]) });
    const screen = await renderApp(
      <>
        <ActivatePage link={newLink()} />
        <HistoryEntry />
      </>,
    );
    await press(screen);
    const title = 'This link was for another account';
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
    await expect.element(screen.getByText(/nothing changed for that account/)).toBeVisible();
    const kept = { outcome: 'on-elsewhere', signedInAs: 'b•••@example.com' };
    await expect.element(screen.getByText(`REPLACE ${JSON.stringify(kept)}`)).toBeVisible();
    await screen.unmount();

    writeTokens(undefined, 'signed-out');
    const reloaded = await open(undefined, kept);
    await expect.element(reloaded.getByRole('heading', { name: title })).toBeVisible();
    await expect.element(reloaded.getByText(/b•••@example\.com is signed in here/)).toBeVisible();
  });

  it('is not said to be theirs where they already have magic links on', async () => {
    signInAsBob();
    fakeApi({ [route]: {}, 'GET /mfa/status': status(['MAGIC_LINK']) });
    const screen = await open(newLink());
    await press(screen);
    await expect.element(screen.getByRole('heading', { name: 'The link worked' })).toBeVisible();
    await expect.element(screen.getByText(/That may not be b•••@example\.com/)).toBeVisible();
  });

  it('is said to have worked for them where their own status changed', async () => {
    signInAsBob();
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: {}, 'GET /mfa/status': [status([]), status(['MAGIC_LINK'])] });
    const screen = await open(newLink());
    await expect.element(screen.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
    expect(calls(route)).toHaveLength(1);
  });

  it('is refused, and the page says which account has magic links on already', async () => {
    signInAsBob();
    fakeApi({ [route]: refused, 'GET /mfa/status': status(['MAGIC_LINK']) });
    const screen = await open(newLink());
    await press(screen);
    await expect.element(screen.getByText(/Magic link is on for b•••@example\.com/)).toBeVisible();
  });
});

describe('where the browser says that it is offline', () => {
  it('the link is posted anyway, and its answer counts', async () => {
    leaveLinkMark(Date.now());
    beOffline();
    const calls = fakeApi({ [route]: {} });
    const screen = await open(newLink());
    await expect.element(screen.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
    expect(calls(route)).toHaveLength(1);
  });

  it('a failed post keeps the link for a retry, which only the person starts', async () => {
    leaveLinkMark(Date.now());
    const isOnline = beOffline();
    const calls = fakeApi({ [route]: [new TypeError('Failed to fetch'), {}] });
    const screen = await open(newLink());
    await expect.element(screen.getByRole('heading', { name: "You're offline" })).toBeVisible();
    isOnline.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await expect.element(screen.getByRole('heading', { name: "You're offline" })).toBeVisible();
    expect(calls(route)).toHaveLength(1);
    await screen.getByRole('button', { name: 'Turn on magic link' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
    expect(calls(route)).toHaveLength(2);
  });
});

describe('a link that turned magic links on', () => {
  it('clears the mark, names the account, and makes other tabs refetch', async () => {
    leaveLinkMark(Date.now());
    const other = new BroadcastChannel('mfa-changes');
    onTestFinished(() => other.close());
    const told = new Promise((resolve) => other.addEventListener('message', resolve));
    fakeApi({ [route]: { body: { success: true, data: { email: 'ada@example.com' } } } });
    const screen = await open(newLink());
    await expect.element(screen.getByText('ada@example.com can finish signing in')).toBeVisible();
    await told;
    expect(readLinkMark()).toBeUndefined();
  });
});

it('keeps the outcome in the history entry that the link opened', async () => {
  leaveLinkMark(Date.now());
  fakeApi({ [route]: {} });
  const screen = await renderApp(
    <>
      <ActivatePage link={newLink()} />
      <HistoryEntry />
    </>,
  );
  await expect.element(screen.getByText('REPLACE {"outcome":"done"}')).toBeVisible();
});

describe('a link that is refused', () => {
  it('leads to the sign-in page for a new one', async () => {
    leaveLinkMark(Date.now());
    // Nobody is signed in, so the page must not ask for this status.
    fakeApi({ [route]: refused, 'GET /mfa/status': status(['MAGIC_LINK']) });
    const screen = await open(newLink());
    await expect
      .element(screen.getByRole('heading', { name: 'This link no longer works' }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('link', { name: 'Sign in to send a new one' }))
      .toBeVisible();
  });

  it('offers to send a new one where somebody is signed in', async () => {
    leaveLinkMark(Date.now());
    writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
    fakeApi({ [route]: refused, 'GET /mfa/status': status([]) });
    const screen = await open(newLink());
    await expect.element(screen.getByRole('button', { name: 'Send a new link' })).toBeVisible();
  });

  it('says so where the method is on already', async () => {
    leaveLinkMark(Date.now());
    writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
    fakeApi({ [route]: refused, 'GET /mfa/status': status(['MAGIC_LINK']) });
    const screen = await open(newLink());
    await expect.element(screen.getByRole('heading', { name: 'Already on' })).toBeVisible();
  });

  it('is said to no longer work where the status cannot be read', async () => {
    leaveLinkMark(Date.now());
    writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
    fakeApi({ [route]: refused, 'GET /mfa/status': failed });
    const screen = await open(newLink());
    const title = 'This link no longer works';
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
  });

  it('says so where an earlier try without an answer turned the method on', async () => {
    leaveLinkMark(Date.now());
    writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
    fakeApi({ [route]: [failed, refused], 'GET /mfa/status': status(['MAGIC_LINK']) });
    const screen = await open(newLink());
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Already on' })).toBeVisible();
  });

  it('is said to no longer work where the try before never left this device', async () => {
    leaveLinkMark(Date.now());
    beOffline();
    fakeApi({ [route]: [new TypeError('Failed to fetch'), refused] });
    const screen = await open(newLink());
    await expect.element(screen.getByRole('heading', { name: "You're offline" })).toBeVisible();
    await screen.getByRole('button', { name: 'Turn on magic link' }).click();
    const title = 'This link no longer works';
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
  });

  it('says when there is no account', async () => {
    leaveLinkMark(Date.now());
    writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
    fakeApi({
      [route]: { status: 404, body: { success: false, error: 'User not found' } },
      'GET /mfa/status': status(['MAGIC_LINK']),
    });
    const screen = await open(newLink());
    const title = "We couldn't find an account for this link";
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
  });
});

describe('an answer without a result', () => {
  it.each([
    ['a failing server', failed],
    ['a proxy’s page', { status: 200, body: '<html></html>' }],
    ['no answer', new TypeError('Failed to fetch')],
  ])('offers another try after %s, whose refusal may mean success', async (_, answer) => {
    leaveLinkMark(Date.now());
    fakeApi({ [route]: [answer, refused] });
    const screen = await open(newLink());
    const title = "We couldn't tell whether that worked";
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect
      .element(screen.getByRole('heading', { name: 'Magic link may already be on' }))
      .toBeVisible();
  });
});

describe('a link that cannot work', () => {
  it.each([
    ['without a token', undefined],
    ['of another shape', 'not-a-jwt'],
    ['cut at its end', 'aaa.bbb.'],
    ['with markup', '<img src=x>.b.c'],
    ['over 4 kB', `a.${'b'.repeat(4096)}.c`],
    ['of 10 MB', `a.${'b'.repeat(10_000_000)}.c`],
  ])('asks to be opened again, and sends nothing: %s', async (_, token) => {
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: {} });
    const screen = await open(token === undefined ? undefined : newLink(token));
    await expect
      .element(screen.getByRole('heading', { name: 'This link is incomplete' }))
      .toBeVisible();
    expect(calls(route)).toHaveLength(0);
  });
});

it('asks to open the link again after a reload before it was used', async () => {
  leaveLinkMark(Date.now());
  const calls = fakeApi({ [route]: {} });
  const screen = await open(undefined, { wasTaken: true });
  const title = 'Open the link in the email again';
  await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
  expect(calls(route)).toHaveLength(0);
});
