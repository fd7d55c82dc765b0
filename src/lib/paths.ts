export type MethodSlug = 'passkey' | 'authenticator-app' | 'magic-link';

/**
 * Where the app is on its host: `/`, or `/account/` where it was built with `--base /account/`. All other
 * addresses here are below it; the router adds it.
 */
export const base = import.meta.env.BASE_URL;

/** The address of a page as the routes know it, without the base. */
export function routeOf(pathname: string): string {
  return base === '/' ? pathname : pathname.slice(base.length - 1);
}

/** The addresses that the first load knows. All links come from here and from later-paths.ts. */
export const paths = {
  settings: '/',
  setUp: (method: MethodSlug | ':method') => `/set-up/${method}`,
  turnOff: (method: MethodSlug | ':method') => `/turn-off/${method}`,
  test: (method: MethodSlug | ':method') => `/test/${method}`,
  passkeys: '/passkeys',
  reset: '/reset',
  activate: '/activate',
  signIn: (returnTo = '/') => withReturnTo('/sign-in', returnTo),
  secondStep: (returnTo = '/') => withReturnTo('/sign-in/second-step', returnTo),
  signInLink: '/sign-in/link',
  organization: '/organization',
  /** Not `/devices` or `/sessions`: on this origin those are the API's own. */
  devices: '/your-devices',
};

/** The settings page and its dialogs. */
export const settingsPages = /^\/((set-up|turn-off|test)\/[^/]+\/?|(passkeys|reset)\/?)?$/;

function withReturnTo(path: string, returnTo: string): string {
  return returnTo === '/' ? path : `${path}?returnTo=${encodeURIComponent(returnTo)}`;
}
