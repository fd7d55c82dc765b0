import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';

import type { MfaMethod, MfaStatus, MfaType } from '../api/contract.ts';
import { writeTokens } from '../api/tokens.ts';
import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { SettingsPage } from './settings-page.tsx';

const profile = { body: { success: true, data: { id: '1', email: 'ada@example.com' } } };
type Account = Record<'status' | 'methods', Reply>;
const account = (on: MfaType[], off: MfaType[] = [], primaryMethod = on[0]): Account => {
  const status: Partial<MfaStatus> = {
    isEnabled: on.length > 0,
    enabledMethods: on,
    primaryMethod,
  };
  const methods: MfaMethod[] = (['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK'] as const).map((type) => ({
    type,
    isAvailable: true,
    isConfigured: on.includes(type) || off.includes(type),
    isEnabled: on.includes(type),
  }));
  return {
    status: { body: { success: true, data: status } },
    methods: { body: { success: true, data: methods } },
  };
};
type Answer = Reply | (() => Promise<Reply>);
/** An account that changes as soon as the change is requested. */
function fakeChange(route: string, answer: Answer, [before, after]: [Account, Account]) {
  let now = before;
  return fakeApi({
    'GET /user/profile': profile,
    'GET /mfa/status': () => now.status,
    'GET /mfa/methods': () => now.methods,
    [route]: () => {
      now = after;
      return typeof answer === 'function' ? answer() : answer;
    },
  });
}

beforeEach(async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
  await page.viewport(1024, 768);
});

describe('making a method primary', () => {
  const before = account(['GOOGLE_AUTH', 'PASSKEY']);
  const after = account(['GOOGLE_AUTH', 'PASSKEY'], [], 'PASSKEY');

  it('keeps the button busy until the list is refetched, and sends one request', async () => {
    let answer: (reply: Reply) => void = () => {};
    const calls = fakeChange(
      'POST /mfa/primary',
      () => new Promise<Reply>((resolve) => (answer = resolve)),
      [before, after],
    );
    const screen = await renderApp(<SettingsPage />);
    const button = screen.getByRole('button', { name: 'Make Passkey primary' });
    await button.dblClick();
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
    answer({});
    await expect.element(button).not.toBeInTheDocument();
    await expect.element(screen.getByText('Passkey is your primary method.')).toBeInTheDocument();
    expect(calls('POST /mfa/primary')).toEqual([
      { authorization: 'Bearer a', body: { mfaType: 'PASSKEY' } },
    ]);
  });

  it('shows at once what is under way, and calls it primary only when the server has said so', async () => {
    let answer: (reply: Reply) => void = () => {};
    fakeChange('POST /mfa/primary', () => new Promise<Reply>((resolve) => (answer = resolve)), [
      before,
      after,
    ]);
    const screen = await renderApp(<SettingsPage />);
    const passkey = screen.getByRole('listitem').filter({ hasText: 'Passkey' });
    const app = screen.getByRole('listitem').filter({ hasText: 'Authenticator app' });
    const mark = passkey.getByText('Making primary…');
    await screen.getByRole('button', { name: 'Make Passkey primary' }).click();
    await expect.element(mark).toBeVisible();
    await expect.element(screen.getByText('Making Passkey primary.')).toBeInTheDocument();
    await expect.element(passkey.getByText('Primary', { exact: true })).not.toBeInTheDocument();
    await expect.element(app.getByText('Primary', { exact: true })).toBeVisible();
    answer({});
    await expect.element(passkey.getByText('Primary', { exact: true })).toBeVisible();
    await expect.element(mark).not.toBeInTheDocument();
    await expect.element(app.getByText('Primary', { exact: true })).not.toBeInTheDocument();
  });

  it('takes the mark back when the server refuses, and says that the method is not primary', async () => {
    fakeChange(
      'POST /mfa/primary',
      {
        status: 500,
        body: { success: false, error: 'Failed to set primary MFA' },
      },
      [before, before],
    );
    const screen = await renderApp(<SettingsPage />);
    await screen.getByRole('button', { name: 'Make Passkey primary' }).click();
    const alert = screen.getByRole('alert');
    await expect.element(alert).toHaveTextContent('Passkey is still not your primary method.');
    await expect.element(alert).not.toHaveTextContent('Failed to set primary MFA');
    await expect.element(screen.getByText('Making primary…')).not.toBeInTheDocument();
    const app = screen.getByRole('listitem').filter({ hasText: 'Authenticator app' });
    await expect.element(app.getByText('Primary', { exact: true })).toBeVisible();
  });

  it('reports no failure when the refetched list shows the change', async () => {
    const answer = { status: 502, body: '<html></html>' };
    const calls = fakeChange('POST /mfa/primary', answer, [before, after]);
    const screen = await renderApp(<SettingsPage />);
    const button = screen.getByRole('button', { name: 'Make Passkey primary' });
    await button.click();
    await expect.element(button).not.toBeInTheDocument();
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
    expect(calls('POST /mfa/primary')).toHaveLength(1);
  });

  it('says that the result is unknown when the list cannot be refetched', async () => {
    const trouble = { status: 502, body: '' };
    fakeChange('POST /mfa/primary', trouble, [before, { status: trouble, methods: trouble }]);
    const screen = await renderApp(<SettingsPage />);
    await screen.getByRole('button', { name: 'Make Passkey primary' }).click();
    await expect.element(screen.getByText("We couldn't tell whether that worked.")).toBeVisible();
    await expect.element(screen.getByText(/Last updated at/)).toBeVisible();
  });

  it('keeps the button disabled for as long as the server asks, and counts down', async () => {
    fakeChange(
      'POST /mfa/primary',
      {
        status: 429,
        headers: { 'Retry-After': '42' },
        body: { success: false },
      },
      [before, before],
    );
    const screen = await renderApp(<SettingsPage />);
    const button = screen.getByRole('button', { name: 'Make Passkey primary' });
    await button.click();
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent(/Too many attempts\. Try again in 0:4/);
    await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('on a phone', () => {
  beforeEach(() => page.viewport(390, 844));

  it('makes a method primary from the menu of its row, where no button stands', async () => {
    const calls = fakeChange('POST /mfa/primary', {}, [
      account(['GOOGLE_AUTH', 'PASSKEY']),
      account(['GOOGLE_AUTH', 'PASSKEY'], [], 'PASSKEY'),
    ]);
    const screen = await renderApp(<SettingsPage />);
    const more = screen.getByRole('button', { name: 'More for Passkey' });
    await expect.element(more).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'Make Passkey primary' }))
      .not.toBeInTheDocument();
    await more.click();
    await screen.getByRole('menuitem', { name: 'Make Passkey primary' }).click();
    await expect
      .element(screen.getByRole('heading', { name: 'Passkey, On, Primary' }))
      .toBeVisible();
    await expect.element(more).toHaveFocus();
    expect(calls('POST /mfa/primary')[0]?.body).toEqual({ mfaType: 'PASSKEY' });
  });
});

describe('what to do next', () => {
  const show = ({ status, methods }: Account) => {
    fakeApi({
      'GET /user/profile': profile,
      'GET /mfa/status': status,
      'GET /mfa/methods': methods,
    });
    return renderApp(<SettingsPage />);
  };

  it('is in the card of the status, and in the only row with a filled button', async () => {
    const screen = await show(account([]));
    // The browser of these tests makes no passkeys of its own.
    await expect
      .element(screen.getByRole('link', { name: 'Set up Authenticator app' }))
      .toHaveAttribute('href', '/set-up/authenticator-app');
    await expect
      .element(screen.getByRole('heading', { name: 'Authenticator app, Not set up, Recommended' }))
      .toBeVisible();
    const filled = [...document.querySelectorAll('.button-primary')];
    expect(filled.map((button) => button.ariaLabel)).toEqual(['Set up Authenticator app']);
  });

  it('is not to set up a passkey where the browser can make none', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const screen = await show(account([]));
    await expect
      .element(screen.getByRole('heading', { name: 'Passkey, Not available here' }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'Set up Passkey' }))
      .not.toBeInTheDocument();
    await expect
      .element(screen.getByRole('link', { name: 'Set up Authenticator app' }))
      .toBeVisible();
  });

  it('offers no reset where nothing is set up', async () => {
    const screen = await show(account([]));
    await expect.element(screen.getByText('If you lose your device')).toBeVisible();
    await expect.element(screen.getByText('Reset everything…')).not.toBeInTheDocument();
  });

  it('offers a reset where a method is off', async () => {
    const screen = await show(account([], ['PASSKEY']));
    await expect.element(screen.getByText('Reset everything…')).toBeVisible();
  });

  it('lists what the organization requires, and which of it is done', async () => {
    const { status, methods } = account([]);
    const body = {
      success: true,
      data: { isEnabled: false, enabledMethods: [], isRequired: true },
    };
    const screen = await show({ status: { ...status, body }, methods });
    const steps = screen.getByRole('list', { name: 'What your organization requires' });
    await expect
      .element(steps)
      .toHaveTextContent('Sign in with your password (done)Turn on a second step');
  });
});

describe('turning a method on', () => {
  it('is what the card of the status offers where nothing is on and a method is off', async () => {
    const fails = { status: 500, body: { success: false } };
    const off = account([], ['GOOGLE_AUTH']);
    let now = off;
    const calls = fakeApi({
      'GET /user/profile': profile,
      'GET /mfa/status': () => now.status,
      'GET /mfa/methods': () => now.methods,
      'POST /mfa/enable': [
        fails,
        () => {
          now = account(['GOOGLE_AUTH']);
          return {};
        },
      ],
    });
    const screen = await renderApp(<SettingsPage />);
    await expect.element(screen.getByText(/One click turns it back on/)).toBeVisible();
    const button = screen.getByRole('button', { name: 'Turn on Authenticator app' }).first();
    await button.click();
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent('Authenticator app is still off. We');
    await button.click();
    await expect.element(screen.getByText('Your account is protected')).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Authenticator app' })).toHaveFocus();
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
    expect(calls('POST /mfa/enable')).toHaveLength(2);
  });

  it('moves the focus to the heading of the row when its button is gone', async () => {
    const calls = fakeChange('POST /mfa/enable', {}, [
      account([], ['GOOGLE_AUTH']),
      account(['GOOGLE_AUTH']),
    ]);
    const screen = await renderApp(<SettingsPage />);
    const row = screen.getByRole('listitem').filter({ hasText: 'Authenticator app' });
    await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
    await expect.element(screen.getByText('Authenticator app is on.')).toBeInTheDocument();
    await expect.element(screen.getByRole('heading', { name: 'Authenticator app' })).toHaveFocus();
    expect(calls('POST /mfa/enable')[0]?.body).toEqual({ mfaType: 'GOOGLE_AUTH' });
  });
});

describe('an answer of which only a part can be read', () => {
  it('shows the part that can be read, and says that something is left out', async () => {
    const { status } = account(['PASSKEY']);
    fakeApi({
      'GET /user/profile': profile,
      'GET /mfa/status': status,
      'GET /mfa/methods': {
        body: { success: true, data: [{ type: 'PASSKEY', isEnabled: true }, 7] },
      },
    });
    const screen = await renderApp(<SettingsPage />);
    await expect.element(screen.getByRole('heading', { name: 'Passkey' })).toBeVisible();
    await expect
      .element(screen.getByText("Part of the list isn't shown because we couldn't read it."))
      .toBeVisible();
  });

  it('lists a method that this version does not know, read-only and as text', async () => {
    const { status } = account([]);
    const name = '<img src=x onerror=alert(1)>';
    fakeApi({
      'GET /user/profile': profile,
      'GET /mfa/status': status,
      'GET /mfa/methods': { body: { success: true, data: [{ type: 'SMS', name }] } },
    });
    const screen = await renderApp(<SettingsPage />);
    await expect.element(screen.getByRole('heading', { name })).toBeVisible();
    await expect.element(screen.getByText('Not supported in this version')).toBeVisible();
  });

  it('takes the states from the status when the list holds types only', async () => {
    const { status } = account(['PASSKEY']);
    fakeApi({
      'GET /user/profile': profile,
      'GET /mfa/status': status,
      'GET /mfa/methods': { body: { success: true, data: ['PASSKEY', 'MAGIC_LINK'] } },
    });
    const screen = await renderApp(<SettingsPage />);
    const passkey = screen.getByRole('listitem').filter({ hasText: 'Passkey' });
    await expect.element(passkey.getByText('On', { exact: true })).toBeVisible();
    await expect.element(passkey.getByText('Primary', { exact: true })).toBeVisible();
  });
});
