import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** A build that tests serve. */
export interface Site {
  /** The folder that the build wrote. */
  dist: string;
  /** Where the app is on its host: `/`, or `/account/`. */
  base: string;
}

/** What `npm run build` writes. */
export const siteAtRoot: Site = { dist: path.join(root, 'dist'), base: '/' };

/** What `npm run build:below` writes: the folder `account` of a host's folder. */
export const siteBelow: Site = {
  dist: path.join(root, 'e2e/.results/below/account'),
  base: '/account/',
};

/** The folder that a web server serves at `/`. */
export const hostFolder = ({ dist, base }: Site): string =>
  path.resolve(dist, base.replaceAll(/[^/]+/g, '..').slice(1));
