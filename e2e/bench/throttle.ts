import type { BrowserContext, CDPSession, Page } from 'playwright';

/**
 * What Lighthouse calls slow 4G and DevTools called Fast 3G: 150 ms for each request, 1.6 Mbps down
 * and 0.75 Mbps up, without the factors (3.75, 0.9) that DevTools adds.
 */
export const network = { latency: 150, megabitsDown: 1.6, megabitsUp: 0.75 };
export const cpuSlowdown = 4;

const bytesPerSecond = (megabits: number) => (megabits * 1_000_000) / 8;

/** Opens a page with a slow CPU, and where wanted a slow network. */
export async function openThrottled(
  context: BrowserContext,
  { isNetworkSlow = true } = {},
): Promise<{ page: Page; devtools: CDPSession }> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  // Time that other programs take does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  if (isNetworkSlow)
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: bytesPerSecond(network.megabitsDown),
      uploadThroughput: bytesPerSecond(network.megabitsUp),
    });
  return { page, devtools };
}
