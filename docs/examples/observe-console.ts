import type { AppEvent } from '../../src/api/observe.ts';

/** Writes each event to the browser's console. */
export function onEvent({ type, ...details }: AppEvent): void {
  // eslint-disable-next-line no-console
  console.info(`[mfa] ${type}`, details);
}
