import type { MfaType } from './contract.ts';

/** What a deployment chooses. The app's own where it is undefined. */
export interface Config {
  /** Whom to write to after losing every method. */
  supportEmail: string;
  forgotPasswordUrl: string | undefined;
  /** In the header. Empty where the logo shows it. */
  name?: string;
  /** `src` is a `data:` address. */
  logo?: { src: string; alt: string };
  /** Whom an authenticator app names beside its codes. */
  issuer?: string;
  /** The methods that can be set up. */
  methods?: readonly MfaType[];
}

declare global {
  /** Written by a script in the page. */
  var brand: Partial<Config> | undefined;
}

/** Set by the brand that is written into the page (docs/brand.md), else by the build. */
export const config: Config = {
  supportEmail: import.meta.env.VITE_SUPPORT_EMAIL ?? 'support@example.com',
  forgotPasswordUrl: import.meta.env.VITE_FORGOT_PASSWORD_URL,
  ...globalThis.brand,
};
