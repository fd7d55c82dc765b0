import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * Waits until everything that the page asked for was answered: what is still on its way would meet the
 * fault, or the later time, that a test makes next.
 */
export async function allAnswered(page: Page, patience?: { timeout: number }): Promise<void> {
  const unanswered = async () => {
    const requests = await page.requests();
    return requests
      .filter((request) => !request.existingResponse() && !request.failure())
      .map((request) => request.url());
  };
  await expect.poll(unanswered, patience).toEqual([]);
}
