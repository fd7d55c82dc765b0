import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** What the page asked for and has no answer to yet. */
export async function unanswered(page: Page): Promise<string[]> {
  const requests = await page.requests();
  return requests
    .filter((request) => !request.existingResponse() && !request.failure())
    .map((request) => `${request.method()} ${request.url()}`);
}

/**
 * Waits until everything that the page asked for was answered: what is still on its way would meet the
 * fault, or the later time, that a test makes next.
 */
export async function allAnswered(page: Page, patience?: { timeout: number }): Promise<void> {
  await expect.poll(() => unanswered(page), patience).toEqual([]);
}
