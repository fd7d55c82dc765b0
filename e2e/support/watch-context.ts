import type { BrowserContext } from '@playwright/test';
import { watchBareText } from './watch-bare-text.ts';

/**
 * Reports everything that no page of this app may do: violate the content security policy, log an
 * error, leave an exception or rejection unhandled, send a request to another origin, or change
 * text that a translating browser may have replaced.
 */
export async function watchContext(
  context: BrowserContext,
  /** Of the app, and of its backend. */
  origins: readonly (string | undefined)[],
  complain: (complaint: string) => void,
): Promise<void> {
  context.on('console', (message) => {
    // Chromium logs this line for every failed request, and tests cause failures on purpose.
    const isFailedRequest = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isFailedRequest) complain(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complain(`uncaught: ${String(error.error().stack)}`));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isLocal = ['about:', 'blob:', 'data:'].includes(protocol) || origins.includes(origin);
    if (!isLocal) complain(`request to another origin: ${request.url()}`);
  });
  await context.addInitScript(watchBareText);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
}
