import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { clearLinkMark, leaveLinkMark } from '../../api/link-mark.ts';
import { readTokens, writeTokens } from '../../api/tokens.ts';
import type { EmailedLink } from '../../lib/emailed-link.ts';
import { fakeApi, type Reply } from '../../testing/fake-api.ts';
import { HistoryEntry } from '../../testing/render-app.tsx';
import { renderApp } from '../../testing/render-app.tsx';
import { SignInLinkPage } from './sign-in-link-page.tsx';

const route = 'POST /mfa/verify-login';
const verified = { body: { success: true, fullAccessToken: 'full', refreshToken: 'next' } };
const newLink = (): EmailedLink => ({ token: 'aaa.bbb.ccc', isPosted: false });
const open = (link: EmailedLink | undefined, state?: unknown) =>
  renderApp(<SignInLinkPage link={link} />, { entry: { pathname: '/sign-in/link', state } });

beforeEach(() => {
  clearLinkMark();
  writeTokens({ accessToken: 'limited', refreshToken: 'first', expiresAt: undefined }, 'signed-in');
});

describe('[A1] the sign-in link', () => {
  it('is posted exactly once by itself, under StrictMode, in the browser that asked for it', async () => {
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: verified });
    const screen = await open(newLink());
    await expect.element(screen.getByRole('heading', { name: "You're signed in" })).toBeVisible();
    expect(calls(route)).toEqual([
      { authorization: 'Bearer limited', body: { mfaType: 'MAGIC_LINK', token: 'aaa.bbb.ccc' } },
    ]);
    expect(readTokens()?.accessToken).toBe('full');
  });

  it('is posted once elsewhere, and only after a click, even a double click', async () => {
    let answer: (reply: Reply) => void = () => {};
    const calls = fakeApi({ [route]: () => new Promise<Reply>((resolve) => (answer = resolve)) });
    const screen = await open(newLink());
    const button = screen.getByRole('button', { name: 'Sign in' });
    await expect.element(button).toBeVisible();
    expect(calls(route)).toHaveLength(0);
    await button.dblClick();
    await expect.element(screen.getByRole('heading', { name: 'Signing you in' })).toBeVisible();
    answer(verified);
    await expect.element(screen.getByRole('heading', { name: "You're signed in" })).toBeVisible();
    expect(calls(route)).toHaveLength(1);
  });

  it('waits where someone other than who asked is signing in, and names them', async () => {
    leaveLinkMark(Date.now(), 'ada');
    const user = { id: 'bob', email: 'bob@example.com' };
    writeTokens({ accessToken: 'limited', refreshToken: 'first', user }, 'signed-in');
    const calls = fakeApi({ [route]: verified });
    const screen = await open(newLink());
    await expect.element(screen.getByText('Signing in as b•••@example.com.')).toBeVisible();
    expect(calls(route)).toHaveLength(0);
  });

  it('is never posted where nobody is signing in', async () => {
    writeTokens(undefined, 'signed-out');
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: verified });
    const screen = await open(newLink());
    const title = "Go back to the tab where you're signing in";
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
    expect(calls(route)).toHaveLength(0);
  });

  it('is not posted again when the page was left before the answer came', async () => {
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: verified });
    const screen = await open({ ...newLink(), isPosted: true });
    const title = "We couldn't tell whether that worked";
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
    expect(calls(route)).toHaveLength(0);
  });

  it('is not posted again on a page that shows its result', async () => {
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: verified });
    const screen = await open(undefined, { signInLink: 'no-longer-works' });
    const title = 'This link no longer works';
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
    expect(calls(route)).toHaveLength(0);
  });
});

describe('the sign-in link', () => {
  const opened = async (answer: Reply | Error | (Reply | Error)[]) => {
    leaveLinkMark(Date.now());
    const calls = fakeApi({ [route]: answer });
    return { screen: await open(newLink()), calls };
  };

  it.each([400, 401])('no longer works where the platform says %i', async (code) => {
    const { screen } = await opened({ status: code, body: { success: false } });
    const title = 'This link no longer works';
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
  });

  it.each<[Reply | Error, string]>([
    [verified, 'done'],
    [new TypeError('Failed to fetch'), 'unknown'],
  ])('keeps its result in the history entry that it opened (%#)', async (reply, kept) => {
    leaveLinkMark(Date.now());
    fakeApi({ [route]: reply });
    const screen = await renderApp(
      <>
        <SignInLinkPage link={newLink()} />
        <HistoryEntry />
      </>,
    );
    await expect.element(screen.getByText(`REPLACE {"signInLink":"${kept}"}`)).toBeVisible();
  });

  it('is posted though the browser says that it is offline, and kept if that fails', async () => {
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    onTestFinished(() => isOnline.mockRestore());
    const { screen, calls } = await opened([new TypeError('Failed to fetch'), verified]);
    await expect.element(screen.getByRole('heading', { name: "You're offline" })).toBeVisible();
    expect(calls(route)).toHaveLength(1);
    await screen.getByRole('button', { name: 'Sign in' }).click();
    await expect.element(screen.getByRole('heading', { name: "You're signed in" })).toBeVisible();
    expect(calls(route)).toHaveLength(2);
  });

  it('can be retried after no answer, and the page says why', async () => {
    const { screen, calls } = await opened([new TypeError('Failed to fetch'), verified]);
    const title = "We couldn't tell whether that worked";
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
    await expect.element(screen.getByText(/We couldn't reach the service/)).toBeVisible();
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('heading', { name: "You're signed in" })).toBeVisible();
    expect(calls(route)).toHaveLength(2);
  });
});
