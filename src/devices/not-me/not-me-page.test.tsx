import { Route, Routes } from 'react-router-dom';
import { beforeEach, expect, it, onTestFinished } from 'vitest';

import { serverNow } from '../../api/server-clock.ts';
import { type AskForProof, provideProof } from '../../api/step-up.ts';
import { writeTokens } from '../../api/tokens.ts';
import { ceremonyError } from '../../passkey/ceremony-error.ts';
import { fakeApi, type Reply } from '../../testing/fake-api.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { DevicesPage } from '../devices-page.tsx';

const minute = 60_000;
const refusal = { success: false };
type Entry = { id: string; isCurrent?: boolean };

/** The thief's session ends when it is revoked, after `replies`. */
async function open({
  sessions = [{ id: 'mine', isCurrent: true }, { id: 'thief' }],
  ask = () => Promise.resolve(),
  replies = [],
  unread,
}: {
  sessions?: unknown[];
  ask?: AskForProof;
  replies?: (Reply | Error)[];
  unread?: Reply | undefined;
} = {}) {
  onTestFinished(provideProof(ask));
  let current = sessions;
  let failure = unread;
  const calls = fakeApi({
    'GET /sessions': () => failure ?? { body: { success: true, sessions: current } },
    'POST /sessions/thief/revoke': [
      ...replies,
      () => {
        current = current.filter((each) => (each as Entry).id !== 'thief');
        return { body: { success: true } };
      },
    ],
  });
  const screen = await renderApp(
    <Routes>
      <Route path="/not-me" element={<DevicesPage isNotMe />} />
    </Routes>,
    { entry: '/not-me' },
  );
  const prove = () => screen.getByRole('button', { name: "Confirm it's me" }).click();
  const signOut = screen.getByRole('button', { name: 'Sign out everywhere else' });
  const recover = () => (failure = undefined);
  return { screen, calls, prove, signOut, recover };
}

beforeEach(() => {
  const provenAt = serverNow() - 2 * minute;
  writeTokens({ accessToken: 'a', refreshToken: 'r', provenAt }, 'signed-in');
});

it('asks for a proof though the last one is only minutes old, then signs everyone else out, and leads on', async () => {
  const asked: string[] = [];
  const ask: AskForProof = ({ path }) => Promise.resolve(void asked.push(path));
  const { screen, calls, prove, signOut } = await open({ ask });
  await expect.element(screen.getByRole('heading', { name: "That wasn't me" })).toHaveFocus();
  expect(calls('GET /sessions')).toHaveLength(0);
  await prove();
  expect(asked).toEqual(['/not-me']);
  await expect
    .element(screen.getByRole('heading', { name: 'Sign everyone else out' }))
    .toHaveFocus();
  await expect.element(screen.getByText('There is 1 other session.')).toBeVisible();
  await signOut.click();
  await expect.element(screen.getByText('1 session was signed out.')).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: 'Now keep them out' })).toHaveFocus();
  await expect.element(screen.getByRole('link', { name: 'Change password' })).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'Set up a passkey' })).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'Reset everything…' })).toBeVisible();
});

it('asks nobody who has proven it within the last minute', async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r', provenAt: serverNow() }, 'signed-in');
  const ask: AskForProof = () => Promise.reject(new Error('asked'));
  const { screen, prove } = await open({ ask });
  await prove();
  await expect.element(screen.getByText('There is 1 other session.')).toBeVisible();
});

it('stays where it is when the person declines the proof', async () => {
  const ask: AskForProof = () => Promise.reject(ceremonyError('cancelled'));
  const { screen, calls, prove } = await open({ ask });
  await prove();
  await expect.element(screen.getByText('Canceled. Nothing changed.')).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: "That wasn't me" })).toBeVisible();
  expect(calls('GET /sessions')).toHaveLength(0);
});

it.each<[string, Reply | Error, string]>([
  [
    'the service fails',
    { status: 500, body: refusal },
    'Still signed in: Unknown device. We could',
  ],
  ['the service forbids it', { status: 403, body: refusal }, "You can't change this here."],
  ['there is no network', new TypeError('Failed to fetch'), "couldn't reach the service"],
])('says who is still signed in where %s, and can try again', async (_when, reply, words) => {
  const { screen, prove, signOut } = await open({ replies: [reply] });
  await prove();
  await signOut.click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
  await expect.element(screen.getByText('There is 1 other session.')).toBeVisible();
  await signOut.click();
  await expect.element(screen.getByText('1 session was signed out.')).toBeVisible();
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
});

it('waits as long as the service asks', async () => {
  const reply = { status: 429, body: refusal, headers: { 'Retry-After': '90' } };
  const { screen, prove, signOut } = await open({ replies: [reply] });
  await prove();
  await signOut.click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/Try again in 1:/);
  await expect.element(signOut).toBeDisabled();
});

it('says that the sessions could not be read, and reads them again', async () => {
  const { screen, prove, recover } = await open({ unread: { status: 500, body: refusal } });
  await prove();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent("We couldn't load your sessions.");
  recover();
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect.element(screen.getByText('There is 1 other session.')).toBeVisible();
});

it('says so where nobody else is signed in', async () => {
  const { screen, prove, signOut } = await open({ sessions: [{ id: 'mine', isCurrent: true }] });
  await prove();
  await expect.element(screen.getByText("You're not signed in anywhere else.")).toBeVisible();
  await expect.element(signOut).not.toBeInTheDocument();
  await expect.element(screen.getByRole('link', { name: 'Change password' })).toBeVisible();
});

it('ends all sessions together where nobody knows which one is this, or where some could not be read', async () => {
  const unknown = await open({ sessions: [{ id: 'one' }, { id: 'two' }] });
  await unknown.prove();
  await expect.element(unknown.screen.getByText(/they can only end together/)).toBeVisible();
  await expect.element(unknown.signOut).not.toBeInTheDocument();
  await unknown.screen.unmount();

  const { screen, prove, signOut } = await open({
    sessions: [{ id: 'mine', isCurrent: true }, { id: 'thief' }, { nonsense: true }],
  });
  await prove();
  await expect.element(signOut).toBeVisible();
  await expect.element(screen.getByText(/^We couldn't read every session/)).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Sign out everywhere…' })).toBeVisible();
});
