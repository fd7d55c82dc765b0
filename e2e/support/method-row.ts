import type { Locator, Page } from '@playwright/test';

export type MethodName = 'Passkey' | 'Authenticator app' | 'Magic link';

/** The row of one method on the settings page. */
export function methodRow(page: Page, name: MethodName): Locator {
  const heading = page.getByRole('heading', { name, exact: true });
  return page.getByRole('listitem').filter({ has: heading });
}

/** One of the states that stand alone in a row. */
export function stateIn(row: Locator, state: 'On' | 'Off' | 'Not set up' | 'Primary'): Locator {
  return row.getByText(state, { exact: true });
}
