import { BROWSER_MAP, OS_MAP, parse } from 'bowser';

const browsers: string[] = Object.values(BROWSER_MAP);
const systems: string[] = Object.values(OS_MAP);

/**
 * Names a browser and its system, such as "Firefox on Windows". Only names that a list knows: whoever
 * signs in chooses the user agent, and could otherwise write a sentence into the owner's mail.
 */
export function describeDevice(userAgent: string | null | undefined): string | undefined {
  if (!userAgent) return undefined;
  const { browser, os } = parse(userAgent);
  const named = [
    browsers.find((name) => name === browser.name),
    systems.find((name) => name === os.name),
  ].filter((name) => name !== undefined);
  return named.length === 0 ? undefined : named.join(' on ');
}
