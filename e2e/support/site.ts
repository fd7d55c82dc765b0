import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const results = path.join(root, 'e2e/.results');

/** A build that tests serve. */
export interface Site {
  /** The folder that the build wrote. */
  dist: string;
  /** Where the app is on its host: `/`, or `/account/`. */
  base: string;
  /** The origin of the backend, where the app was built for another one than its own. */
  backendUrl?: string;
}

/** What `npm run build` writes. */
export const siteAtRoot: Site = { dist: path.join(root, 'dist'), base: '/' };

/** What `npm run build:below` writes: the folder `account` of a host's folder. */
export const siteBelow: Site = { dist: path.join(results, 'below/account'), base: '/account/' };

/** What e2e/hosting/run.ts builds. */
export const siteApart = (backendUrl: string): Site => ({
  dist: path.join(results, 'apart'),
  base: '/',
  backendUrl,
});

/** What e2e/hosting/run.ts builds for a session that its host hands over. */
export const siteInHost = (source: 'tokens' | 'cookies'): Site => ({
  dist: path.join(results, `host-${source}`),
  base: '/',
});

/** The folder that a web server serves at `/`. */
export const hostFolder = ({ dist, base }: Site): string =>
  path.resolve(dist, base.replaceAll(/[^/]+/g, '..').slice(1));
