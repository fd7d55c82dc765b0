import { paths } from './paths.ts';

/** Addresses that only lazy parts know, so they are not in the first load. */
export const laterPaths = {
  /** Every page below `devices`: one device each. */
  anyDevice: `${paths.devices}/*`,
  device: (id: string) => `${paths.devices}/${encodeURIComponent(id)}`,
  /** Mails link to it. */
  notMe: '/not-me',
  /** `/.well-known/change-password` leads to it. */
  password: '/password',
  forgotPassword: '/forgot-password',
  /** The emailed link for a new password. */
  resetPassword: '/reset-password',
};
