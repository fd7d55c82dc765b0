export type MethodSlug = 'passkey' | 'authenticator-app' | 'magic-link';

/** Every address of the app. All links come from here. */
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
};

function withReturnTo(path: string, returnTo: string): string {
  return returnTo === '/' ? path : `${path}?returnTo=${encodeURIComponent(returnTo)}`;
}
