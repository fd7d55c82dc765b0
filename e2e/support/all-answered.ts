import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * Returns the requests of the document on screen that have no answer yet. Those of a document that the page has
 * left may never be told to have ended, and it loads parts ahead until the next document arrives.
 */
export async function unanswered(page: Page): Promise<string[]> {
  const requests = await page.requests();
  const document = requests.findLastIndex(
    (request) => request.isNavigationRequest() && request.frame() === page.mainFrame(),
  );
  // What a document asks for first of all, and once.
  const script = requests.findLastIndex((request) =>
    /\/assets\/index-[^/]+\.js$/.test(request.url()),
  );
  return requests
    .filter((request, index) => index >= (request.resourceType() === 'script' ? script : document))
    .filter((request) => !request.existingResponse() && !request.failure())
    .map((request) => `${request.method()} ${request.url()}`);
}

/**
 * Waits until every request of the page is answered. Otherwise a pending one would meet the fault
 * or the later time that a test sets up next.
 */
export async function allAnswered(page: Page, patience?: { timeout: number }): Promise<void> {
  await expect.poll(() => unanswered(page), patience).toEqual([]);
}
