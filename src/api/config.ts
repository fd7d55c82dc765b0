/** What a deployment sets at build time; see the README's table. */
export const config = {
  /** Origin of the backend, without a slash at the end; empty: this origin. */
  backendUrl: (import.meta.env.VITE_BACKEND_URL ?? '').replace(/\/+$/, ''),
  /** Who helps when all is lost. */
  supportEmail: import.meta.env.VITE_SUPPORT_EMAIL ?? 'support@example.com',
  forgotPasswordUrl: import.meta.env.VITE_FORGOT_PASSWORD_URL,
};
