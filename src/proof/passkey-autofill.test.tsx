import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';

import { writeTokens } from '../api/tokens.ts';
import { fakeApi } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { ProveMethod } from './prove-method.tsx';

const route = 'POST /mfa/passkey/auth-options';
const options = { challenge: 'AAAA', rpId: 'localhost', allowCredentials: [{ id: 'AQID' }] };
const minute = 60_000;

/** A browser that records each request in order, and answers none until it is aborted. */
function waitingBrowser(isAvailable = true) {
  const asked: CredentialRequestOptions[] = [];
  const available = vi
    .spyOn(PublicKeyCredential, 'isConditionalMediationAvailable')
    .mockResolvedValue(isAvailable);
  const get = vi.spyOn(navigator.credentials, 'get').mockImplementation((request) => {
    asked.push(request!);
    return new Promise((_, reject) => {
      request!.signal!.addEventListener('abort', () => reject(request!.signal!.reason as Error));
    });
  });
  onTestFinished(() => {
    available.mockRestore();
    get.mockRestore();
  });
  const live = () => asked.filter(({ signal }) => !signal!.aborted);
  return { asked, live };
}

beforeEach(() => writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in'));

it('The code field offers the account’s passkeys until it leaves the page', async () => {
  const { live } = waitingBrowser();
  fakeApi({ [route]: { body: { success: true, data: options } } });
  const screen = await renderApp(<ProveMethod mfaType="GOOGLE_AUTH" offersPasskey />);
  await expect.poll(live).toHaveLength(1);
  const [request] = live();
  expect(request).toMatchObject({ mediation: 'conditional', publicKey: { rpId: 'localhost' } });
  const [allowed] = request!.publicKey!.allowCredentials!;
  expect([...new Uint8Array(allowed!.id as ArrayBuffer)]).toEqual([1, 2, 3]);
  await expect
    .element(screen.getByLabelText('Code from the app'))
    .toHaveAttribute('autocomplete', 'one-time-code webauthn');
  await screen.unmount();
  expect(live()).toHaveLength(0);
});

it('An offer ends before its challenge expires, and the next focus starts another', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { asked, live } = waitingBrowser();
  fakeApi({ [route]: { body: { success: true, data: options } } });
  const screen = await renderApp(<ProveMethod mfaType="GOOGLE_AUTH" offersPasskey />);
  await expect.poll(live).toHaveLength(1);
  const before = asked.length;
  vi.advanceTimersByTime(5 * minute);
  expect(live()).toHaveLength(0);
  expect(document.querySelectorAll('[role=alert]')).toHaveLength(0);

  const field = screen.getByLabelText('Code from the app').element() as HTMLInputElement;
  field.blur();
  field.focus();

  await expect.poll(live).toHaveLength(1);
  expect(asked).toHaveLength(before + 1);
  field.blur();
  field.focus();
  expect(live(), 'one offer at a time').toHaveLength(1);
});

it.each([
  ['the browser cannot', false, true],
  ['no passkey is on', true, false],
])('The code field offers no passkey where %s', async (_, isAvailable, offersPasskey) => {
  const { asked } = waitingBrowser(isAvailable);
  const calls = fakeApi({ [route]: { body: { success: true, data: options } } });
  const screen = await renderApp(
    <ProveMethod mfaType="GOOGLE_AUTH" offersPasskey={offersPasskey} />,
  );
  await expect.element(screen.getByLabelText('Code from the app')).toHaveFocus();
  await PublicKeyCredential.isConditionalMediationAvailable();
  expect(calls(route)).toHaveLength(0);
  expect(asked).toHaveLength(0);
});
