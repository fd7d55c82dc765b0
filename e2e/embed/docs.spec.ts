import { enrolPasskey } from '../support/enrol.ts';
import { methodRow, openDialog, settingsHeading, settingsRead, stateIn } from '../support/pages.ts';
import { expect, test } from './open-host.ts';

for (const [folder, name] of [
  ['react', 'React component'],
  ['element', 'custom element'],
] as const)
  test(`The page with a ${name} in docs/embed.md runs as it is, and asks for no password twice @smoke`, async ({
    page,
    user,
    authenticator,
  }) => {
    await page.goto(`./docs/${folder}/`);
    const password = page.getByLabel('Password');
    await page.getByLabel('Email').fill(user.email);
    await password.fill('not the password');
    await password.press('Enter');
    await expect(page.getByText("That didn't work.")).toBeVisible();
    await expect(settingsHeading(page)).toBeHidden();
    await password.fill(user.password);
    await password.press('Enter');
    await settingsRead(page);
    await enrolPasskey(page);
    await expect(stateIn(methodRow(page, 'Passkey'), 'Primary')).toBeVisible();
    expect(await authenticator.credentials()).toHaveLength(1);

    // What the second step gave was kept.
    await page.reload();
    await settingsRead(page);
    await expect(stateIn(methodRow(page, 'Passkey'), 'Primary')).toBeVisible();
    await expect(openDialog(page)).toBeHidden();
  });
