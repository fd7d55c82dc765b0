/*
 * In the place of lib/load-or-reload.ts and ui/use-page-title.ts: in another page, the settings neither
 * reload it nor change its title.
 */

/** Never thrown here: an update of the page is the page's to notice. */
export class OutdatedError extends Error {}

export const loadOrReload = <Code>(load: () => Promise<Code>): Promise<Code> => load();

export function usePageTitle(): void {}
