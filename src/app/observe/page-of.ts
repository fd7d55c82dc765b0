import { laterPaths } from '../../lib/later-paths.ts';
import { paths, settingsPages } from '../../lib/paths.ts';

const known: string[] = [...Object.values(paths), ...Object.values(laterPaths)].flatMap((path) =>
  typeof path === 'string' ? [path] : [],
);

/** An address without what belongs to a person. Anything can stand in one that this app does not know. */
export function pageOf(pathname: string): string {
  if (pathname.startsWith(`${paths.devices}/`)) return `${paths.devices}/:id`;
  const isKnown = /^\/sign-in(\/second-step)?$/.test(pathname) || known.includes(pathname);
  const isDialog =
    settingsPages.test(pathname) &&
    /^\/[a-z-]+\/(passkey|authenticator-app|magic-link)$/.test(pathname);
  return isKnown || isDialog ? pathname : 'other';
}
