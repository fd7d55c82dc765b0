import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { methodRow, settingsRead, signInAt, stateIn } from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { expect, test } from '../support/test.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';

test('A person whose device unlocks passkeys is advised to set one up, and then an app as well @phone @translated', async ({
  page,
  openSettings,
}) => {
  await VirtualAuthenticator.attach(page);
  await openSettings();
  const advice = page.getByRole('region', { name: 'Recommended for you' });
  await expect(advice.getByText(/can't be phished/)).toBeVisible();
  await expectNoAxeViolations(page);

  await advice.getByRole('link', { name: 'Set up Passkey' }).click();

  await expect(page).toHaveURL('/');
  await expect(stateIn(methodRow(page, 'Passkey'), 'On')).toBeVisible();
  await expect(advice.getByRole('link', { name: 'Set up Authenticator app' })).toBeVisible();
});

test('A person whose device does not is advised to set up an authenticator app', async ({
  page,
  openSettings,
}) => {
  await VirtualAuthenticator.attach(page, 'usb');
  await openSettings();
  const advice = page.getByRole('region', { name: 'Recommended for you' });
  await expect(advice.getByText(/this device can use/)).toBeVisible();
  await advice.getByRole('link', { name: 'Set up Authenticator app' }).click();
  await expect(page).toHaveURL('/set-up/authenticator-app');
});

test('A person who has set up what their device supports gets no advice', async ({
  app,
  page,
  user,
}) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await VirtualAuthenticator.attach(page, 'usb');
  const code: string[] = [];
  page.on('request', (request) => code.push(request.url()));
  await signInAt(page, user);
  // The list waits for the advice: with the list, it is known that there is none.
  await settingsRead(page);
  expect(code.filter((url) => url.includes('recommendation-card'))).toEqual([]);
  await expect(page.getByRole('region', { name: 'Recommended for you' })).toBeHidden();
});

test('The settings stay usable where the advice does not load', async ({ page, user }) => {
  await page.route(/recommendation-card/, (route) => route.abort());
  const missed = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('recommendation-card'),
  );
  await signInAt(page, user);
  await missed;
  await methodRow(page, 'Passkey').getByRole('button', { name: 'Set up Passkey' }).click();
  await expect(page.getByRole('dialog', { name: 'Set up a passkey' })).toBeVisible();
});
