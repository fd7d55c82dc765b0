import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * Returns the requests of the document on screen that have no answer yet. Those of a document that the page has
 * left may never be told to have ended.
 */
export async function unanswered(page: Page): Promise<string[]> {
  const requests = await page.requests();
  const ofDocument = requests.findLastIndex(
    (request) => request.isNavigationRequest() && request.frame() === page.mainFrame(),
  );
  return requests
    .slice(Math.max(0, ofDocument))
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
