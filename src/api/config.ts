/**
 * Origin of the backend, without a trailing slash. Empty means this origin. On its own, because the
 * early script needs nothing else.
 */
export const backendUrl = (import.meta.env.VITE_BACKEND_URL ?? '').replace(/\/+$/, '');

/** Set at build time; the README has a table of the variables. */
export const config = {
  /** Whom to write to after losing every method. */
  supportEmail: import.meta.env.VITE_SUPPORT_EMAIL ?? 'support@example.com',
  forgotPasswordUrl: import.meta.env.VITE_FORGOT_PASSWORD_URL,
};
