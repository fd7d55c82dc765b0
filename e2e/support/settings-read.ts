import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { allAnswered } from './all-answered.ts';
import { methodRow } from './method-row.ts';

/** Waits until the settings stand there, and nothing of them is still being read. */
export async function settingsRead(page: Page, patience?: { timeout: number }): Promise<void> {
  await expect(methodRow(page, 'Passkey')).toBeVisible(patience);
  await allAnswered(page, patience);
}
