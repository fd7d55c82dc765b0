import { methodRow, openTab, signInAt, stateIn } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('A person sets up magic link at its own address, and turns it on from the mail @phone', async ({
  page,
  user,
  mailbox,
  requests,
}) => {
  await signInAt(page, user, '/set-up/magic-link');
  const dialog = page.getByRole('dialog', { name: 'Set up magic link' });
  await expect(dialog.getByText('p•••@example.com')).toBeVisible();

  await dialog.getByRole('button', { name: 'Send link' }).dblclick();

  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL('./');
  const row = methodRow(page, 'Magic link');
  await expect(row.getByText(/^(10:00|9:\d\d)$/)).toBeVisible();
  expect(requests.count('POST /mfa/magic-link/send'), 'one mail for a double click').toBe(1);

  const otherTab = await openTab(page, await mailbox.linkFor(user.email));

  await expect(otherTab.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  await expect(stateIn(row, 'On')).toBeVisible();
  await page.goto('./set-up/magic-link');
  await expect(dialog.getByText('Magic link is already on.')).toBeVisible();
});

test('Setting magic link up names the address that the page shows', async ({ page, user }) => {
  await signInAt(page, user, '/set-up/magic-link');
  const sent = page.waitForRequest('**/mfa/setup');
  await page.getByRole('dialog').getByRole('button', { name: 'Send link' }).click();
  expect((await sent).postDataJSON()).toEqual({ mfaType: 'MAGIC_LINK', email: user.email });
});

test('A person sees that no link may have been sent, whichever of the two calls failed', async ({
  page,
  user,
  faults,
}) => {
  faults.answer('POST /mfa/setup', { status: 500, body: '<h1>10.0.0.7</h1>' }, { times: 1 });
  faults.answer('POST /mfa/magic-link/send', { status: 500 }, { times: 1 });
  await signInAt(page, user, '/set-up/magic-link');
  const dialog = page.getByRole('dialog', { name: 'Set up magic link' });
  const send = dialog.getByRole('button', { name: 'Send link' });
  for (const call of ['setup', 'send']) {
    const answered = page.waitForResponse(`**/${call}`);
    await send.click();
    await answered;
    await expect(dialog.getByRole('alert')).toContainText("We couldn't tell whether that worked.");
  }

  await send.click();

  await expect(dialog).toBeHidden();
  await expect(methodRow(page, 'Magic link').getByText(/Link sent to/)).toBeVisible();
});
