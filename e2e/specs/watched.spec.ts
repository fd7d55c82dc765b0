import { expect, test } from '../support/test.ts';

// Each of these must fail: that is what proves that the watch over every page is awake.
test.describe('No test passes while a page', () => {
  test.fail();

  for (const [what, script] of [
    ['breaks the content security policy', `document.createElement('img').src = 'blob:nothing'`],
    ['assigns a string as markup', `document.body.innerHTML = '<p>hello</p>'`],
    ['logs an error', `console.error('planted')`],
    ['leaves an exception uncaught', `setTimeout(() => { throw new Error('planted') })`],
    ['leaves a rejection unhandled', `void Promise.reject(new Error('planted'))`],
    [
      'edits text that a translation may have replaced',
      `document.body.appendChild(Object.assign(new Text('planted'), { __reactFiber$planted: {} }))`,
    ],
    ['asks another origin', `void fetch('https://planted.invalid').catch(() => {})`],
  ] as const)
    test(what, async ({ page }) => {
      await page.goto('/sign-in');
      await expect(page.getByLabel('Email')).toBeVisible();
      await page.evaluate(`try { ${script} } catch {}`);
      // One more round trip, so that what the page did has been reported.
      await page.reload();
    });

  test('in another browser logs an error', async ({ openOtherBrowser }) => {
    const other = await openOtherBrowser();
    await other.goto('/sign-in');
    await other.evaluate(`console.error('planted')`);
    await other.reload();
  });
});

test.describe('No test passes while a translated page', () => {
  test.fail();
  test.use({ isTranslated: true });

  test('shows something untrue', async ({ page }) => {
    await page.goto('/sign-in');
    await expect(page.getByLabel('Email')).toBeVisible();
    await page.evaluate(`document.querySelector('h1').textContent = 'planted'`);
    await page.reload();
  });
});
