import type { Page } from '@playwright/test';
import { allAnswered } from '../support/all-answered.ts';
import { badAnswers, refusal, secret } from '../support/bad-answers.ts';
import type { PeoplesChange, Stage } from '../support/changes/change.ts';
import { confirmCode, signIn, signInButton } from '../support/pages.ts';
import { peoplesChanges } from '../support/changes/peoples-changes.ts';
import { expect, test as base } from '../support/test.ts';

/** Every answer that is not a yes, and how it is put. */
const badReplies = {
  ...badAnswers,
  'a 200 that says no inside': { status: 200, body: { success: true, data: refusal } },
  'cut JSON': { status: 200, body: '{"success":true,"data":{"acc' },
};

const test = base.extend<{ stage: Stage }>({
  stage: async ({ app, page, user, mailbox, clock }, use) => {
    await clock.follow(page);
    await use({ app, page, user, mailbox });
  },
});

const question = (page: Page) => page.getByRole('dialog', { name: "Confirm it's you" });
const alert = (page: Page) => page.getByRole('alert').filter({ visible: true });
const refresh = 'POST /user/refresh';

/** Says no, or nothing that makes sense; it is told, and the button is there again. */
async function meetBadAnswers(stage: Stage, { call, button, done }: PeoplesChange): Promise<void> {
  const { page, app } = stage;
  for (const [what, answer] of Object.entries(badReplies))
    await test.step(what, async () => {
      const sent = app.requests.count(call);
      app.faults.answer(call, answer, { times: 1 });
      await button(page).click();
      await expect.poll(() => app.requests.count(call)).toBe(sent + 1);
      await expect(button(page)).toBeEnabled();
      await expect(alert(page)).toContainText(
        /We couldn't reach the service|The service didn't accept this/,
      );
      await expect(page.getByText(secret)).toHaveCount(0);
      await expect(done(page)).toBeHidden();
      const isItsOwn = answer.status < 500 && JSON.stringify(answer).includes('"success":false');
      await expect(alert(page)).toContainText(isItsOwn ? '' : `Reference: ${answer.status}`);
    });
}

/** Asks to wait, in seconds or until a date; the button comes back by itself. */
async function meetPauses(stage: Stage, { call, button }: PeoplesChange): Promise<void> {
  const { page, app } = stage;
  const { clock } = app;
  const inAMinute = () => new Date(clock.now() + 61_000).toUTCString();
  for (const wait of [() => '62', inAMinute])
    await test.step('too many tries', async () => {
      const date = new Date(clock.now()).toUTCString();
      const headers = { 'Retry-After': wait(), Date: date };
      app.faults.answer(call, { status: 429, headers, body: refusal }, { times: 1 });
      await button(page).click();
      await expect(alert(page)).toContainText(/Too many attempts\. Try again in (1:0\d|0:5\d)/);
      await expect(button(page)).toBeDisabled();
      await allAnswered(page);
      await clock.advance(30_000);
      await expect(alert(page)).toContainText(/Try again in 0:[23]\d/);
      await clock.advance(40_000);
      await expect(button(page), 'comes back by itself').toBeEnabled();
      await expect(alert(page)).not.toContainText('Try again in');
    });
}

/** Without a connection the request fails, that is said, and nothing is kept until there is one. */
async function meetNoConnection(stage: Stage, { call, button }: PeoplesChange): Promise<void> {
  const { page, app } = stage;
  await allAnswered(page);
  const sent = app.requests.count(call);
  await page.context().setOffline(true);
  await expect(page.getByText('You seem to be offline', { exact: false }).first()).toBeVisible();
  await button(page).click();
  await expect(alert(page).filter({ hasText: "You're offline" }).last()).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('You seem to be offline', { exact: false })).toBeHidden();
  await expect(button(page)).toBeEnabled();
  await allAnswered(page);
  expect(app.requests.count(call), 'nothing was queued').toBe(sent);
}

for (const change of peoplesChanges) {
  const { does, call, open, button, done, lostAnswer = done, doneAgain = done } = change;
  test.describe(`A person who ${does}`, () => {
    test('sees every unsuccessful answer explained, waits as asked, and sends one request in the end', async ({
      stage,
      requests,
    }) => {
      const { page } = stage;
      const { refill } = await open(stage);
      await expect(button(page)).toBeEnabled();
      await meetBadAnswers(stage, change);
      await meetPauses(stage, change);
      await meetNoConnection(stage, change);
      await refill?.();
      const sent = requests.count(call);
      await button(page).dblclick();
      await expect(done(page)).toBeVisible();
      await expect(alert(page)).toHaveCount(0);
      const inTheEnd = sent + (change.isSentByNextPage ? 2 : 1);
      await expect.poll(() => requests.count(call)).toBeGreaterThanOrEqual(inTheEnd);
      await allAnswered(page);
      expect(requests.count(call), 'however often they press').toBe(inTheEnd);
    });

    test('sees after 5 seconds that it is still working, and after 20 that no answer came', async ({
      stage,
      faults,
      clock,
      requests,
    }) => {
      const { page } = stage;
      await open(stage);
      await expect(button(page)).toBeEnabled();
      await allAnswered(page);
      requests.clear();
      faults.silence(call, { times: 1 });
      await button(page).click();
      await expect.poll(() => requests.count(call)).toBe(1);
      const reads = requests.count('GET /mfa/status');
      // Its clock runs on by itself: far enough from 5 seconds for a slow machine.
      await clock.advance(1000);
      await expect(page.getByText('Still working')).toBeHidden();
      await clock.advance(5000);
      await expect(page.getByText('Still working').first()).toBeVisible();
      await clock.advance(15_000);
      await expect(alert(page)).toContainText('The service took too long to answer');
      await expect(button(page)).toBeEnabled();
      await expect(button(page)).not.toContainText('Still working');
      const readsSince = requests.count('GET /mfa/status') - reads;
      expect(readsSince, 'what is so was read').toBeGreaterThanOrEqual(change.isReadAgain ? 1 : 0);
      expect(requests.count(call)).toBe(1);
      await button(page).click();
      await expect(done(page)).toBeVisible();
    });

    test('sees the true state when the answer is cut in the middle', async ({
      stage,
      faults,
      clock,
    }) => {
      const { page } = stage;
      const { refill } = await open(stage);
      faults.cut(call, { times: 1 });
      await button(page).click();
      await expect(lostAnswer(page)).toBeVisible();
      await expect(alert(page)).toHaveCount(lostAnswer === done ? 0 : 1);
      if (lostAnswer !== done) {
        await allAnswered(page);
        // Links are sent no faster than this.
        await clock.advance(31_000);
        await refill?.();
        await button(page).click();
        await expect(doneAgain(page)).toBeVisible();
      }
    });

    if (change.meets.includes('a question'))
      test('is asked for proof, in whichever form the service asks, and then it continues by itself', async ({
        stage,
        faults,
      }) => {
        const { page } = stage;
        const { user, authenticator } = await open(stage);
        const refuse = (error_code: string) =>
          faults.answer(call, { status: 403, body: { success: false, error_code } }, { times: 1 });
        refuse('MFA_REQUIRED');
        await button(page).click();
        await question(page).getByRole('button', { name: 'Cancel' }).click();
        await expect(page.getByText('Canceled. Nothing changed.')).toBeVisible();
        await expect(alert(page)).toHaveCount(0);

        refuse('REAUTH_REQUIRED');
        await button(page).click();
        const field = question(page).getByLabel(
          authenticator ? 'Code from the app' : 'Password',
          authenticator ? {} : { exact: true },
        );
        await field.fill(authenticator?.nextCode() ?? user.password);
        if (!authenticator) await question(page).getByRole('button', { name: 'Confirm' }).click();
        await expect(done(page)).toBeVisible();
        await expect(question(page)).toBeHidden();
      });

    if (change.meets.includes('the end of a session'))
      test('signs in again and returns here when the session has ended', async ({
        stage,
        faults,
        requests,
      }) => {
        const { page } = stage;
        const { user, authenticator } = await open(stage);
        await expect(button(page)).toBeEnabled();
        const path = new URL(page.url()).pathname;
        const unauthorized = { status: 401, body: { success: false, error: 'Unauthorized' } };
        faults.answer(call, unauthorized, { times: 2 });
        await button(page).click();
        await expect(page.getByText(/^Your session has ended/)).toBeVisible();
        expect(requests.count(refresh), 'one silent refresh').toBe(1);
        expect(requests.count(call)).toBe(2);
        await signIn(page, user);
        if (authenticator) await confirmCode(page, authenticator.nextCode());
        await expect(signInButton(page)).toBeHidden();
        await expect(page).toHaveURL(path);
      });
  });
}
