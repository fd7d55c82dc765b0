import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Returns the page's requests that have no answer yet. */
export async function unanswered(page: Page): Promise<string[]> {
  const requests = await page.requests();
  return requests
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
