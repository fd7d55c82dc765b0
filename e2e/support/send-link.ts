import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/**
 * Asks for a link, and waits until the page says that it was sent. The mail may arrive before that,
 * and only then does the browser know that it asked: opened earlier, the link waits for a click.
 */
export async function sendLink(place: Page | Locator): Promise<void> {
  await place.getByRole('button', { name: /^(Send|Resend) link$/ }).click();
  await expect(place.getByRole('button', { name: /^Resend in / })).toBeVisible();
}
