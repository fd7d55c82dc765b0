import type { HTMLAttributes, RefAttributes } from 'react';

import type { MfaSettingsElement } from './mfa-settings-element.ts';

/** What React sets on `<mfa-settings>`: properties, and attributes by their own names. */
type Props = HTMLAttributes<MfaSettingsElement> &
  RefAttributes<MfaSettingsElement> &
  Partial<
    Pick<
      MfaSettingsElement,
      'session' | 'messages' | 'methods' | 'routing' | 'beforeAction' | 'readOnly'
    >
  > & {
    'backend-url'?: string | undefined;
    'forgot-password-url'?: string | undefined;
    issuer?: string | undefined;
    locale?: string | undefined;
    'support-email'?: string | undefined;
    theme?: 'light' | 'dark' | 'system' | undefined;
    'onmfa-event'?: ((event: HTMLElementEventMap['mfa-event']) => void) | undefined;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'mfa-settings': Props;
    }
  }
}
