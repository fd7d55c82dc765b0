import type { Page } from '@playwright/test';

/** The roles of what a person can press, fill in or move to. */
const controls = ['button', 'link', 'textbox', 'menuitem', 'checkbox', 'switch', 'spinbutton'];

/** The role, name and description of every control on the page, as screen readers get them. */
export async function controlNames(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && controls.includes(String(role?.value)))
    .map(({ role, name, description }) =>
      [role, name, description].map((property) => String(property?.value ?? '')).join(' | '),
    );
}
