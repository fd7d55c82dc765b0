import type { PageFacts } from './security-headers.ts';

/** A build, as the files for hosts describe it. */
export interface HostedBuild {
  page: PageFacts;
  /** Where the app is on its host: `/`, or `/account/`. */
  base: string;
  /** The `Link` headers of pages, by their addresses. */
  preloads: Record<string, string>;
  /** The names of the files that never change: `assets/index-1a2b.js`. */
  assets: readonly string[];
  /** The names of the files beside index.html: `favicon.svg`. */
  publicFiles: readonly string[];
  /** Whether people can set up passkeys. */
  offersPasskeys: boolean;
}

/** The addresses of these pages contain a token that is valid until it is used, so no log may have them. */
export const pagesWithToken = ['activate', 'sign-in/link', 'reset-password'];

/**
 * Returns the base as everything here expects it. Throws where it is no path on the same host, or differs
 * from the path of the app's address.
 * @param appUrl `APP_URL`, if it is set
 */
export function checkBase(base: string, appUrl: string | undefined): string {
  if (!/^\/([\w.~-]+\/)*$/.test(base))
    throw new Error(`--base must be a path such as /account/, not ${base}.`);
  const path = appUrl === undefined ? base : basePath(appUrl);
  if (path !== '/' && path !== base)
    throw new Error(`APP_URL ends with ${path}, but the build is for ${base}.`);
  return base;
}

/**
 * Returns the origin of the backend that `VITE_BACKEND_URL` names, if it names one. Throws a sentence for
 * whoever has to fix it.
 */
export function backendOrigin(url: unknown): string | undefined {
  if (typeof url !== 'string' || !url) return undefined;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new Error(
      `VITE_BACKEND_URL must be a whole address, such as https://backend.example.com, not ${url}. Leave it out for a backend on the app's own origin.`,
    );
  const { origin, username, search, hash } = new URL(url);
  if (username || search || hash)
    throw new Error('VITE_BACKEND_URL must have neither a user, nor ?, nor #.');
  return origin;
}

/** The path of an address, with a slash at its end. */
export function basePath(appUrl: string): string {
  return new URL(appUrl).pathname.replace(/\/*$/, '/');
}
