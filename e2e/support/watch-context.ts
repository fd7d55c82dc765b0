import type { BrowserContext } from '@playwright/test';
import { watchBareText } from './watch-bare-text.ts';

/**
 * Notes everything that no page of this app may ever do: break the content security policy, log an
 * error, leave an exception uncaught or a rejection unhandled, ask another origin for anything, edit
 * text that a browser's translation may have replaced.
 */
export async function watchContext(
  context: BrowserContext,
  appUrl: string,
  complain: (complaint: string) => void,
): Promise<void> {
  context.on('console', (message) => {
    // Chromium's own line for every failed request, which tests of failures cause on purpose.
    const isFailedRequest = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isFailedRequest) complain(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complain(`uncaught: ${String(error.error().stack)}`));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isLocal = ['about:', 'blob:', 'data:'].includes(protocol) || origin === appUrl;
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
