/** Every address of the app. Links are made from here and nowhere else. */
export const paths = {
  settings: '/',
  activate: '/activate',
  signInLink: '/sign-in/link',
  organization: '/organization',
  signIn: (returnTo = '/') =>
    returnTo === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
  secondStep: (returnTo = '/') =>
    returnTo === '/'
      ? '/sign-in/second-step'
      : `/sign-in/second-step?returnTo=${encodeURIComponent(returnTo)}`,
  setUp: (method: 'passkey' | 'authenticator-app' | 'magic-link') => `/set-up/${method}`,
};
