import type { MfaType } from '../../../src/api/contract.ts';
import type { I18n, Said } from './i18n.ts';

export type MethodNotice =
  | { kind: 'method-added'; method: MfaType; isAgain: boolean }
  | { kind: 'method-turned-on'; method: MfaType }
  | { kind: 'method-turned-off'; method: MfaType; isLast: boolean }
  | { kind: 'primary-changed'; method: MfaType };

/**
 * What mails say about each method, in whole sentences: in other languages, the words around a
 * method's name depend on it.
 */
type Words = Record<MfaType, { subject: Said; what: Said }>;

const added = (i18n: I18n): Words => ({
  PASSKEY: {
    subject: i18n._('Passkey added to your account'),
    what: i18n._(
      'A passkey was added to your account. It now works as your second step when you sign in.',
    ),
  },
  GOOGLE_AUTH: {
    subject: i18n._('Authenticator app added to your account'),
    what: i18n._(
      'An authenticator app was added to your account. Its codes and ten new backup codes now work as your second step when you sign in.',
    ),
  },
  MAGIC_LINK: {
    subject: i18n._('Magic link turned on'),
    what: i18n._(
      'Magic link was turned on for your account. A link sent to this address now works as your second step when you sign in.',
    ),
  },
});

const addedAgain = (i18n: I18n): Words => ({
  PASSKEY: {
    subject: i18n._('Another passkey added to your account'),
    what: i18n._(
      'Another passkey was added to your account. Each of your passkeys works as your second step when you sign in.',
    ),
  },
  GOOGLE_AUTH: {
    subject: i18n._('Authenticator app replaced on your account'),
    what: i18n._(
      "A new authenticator app replaced the one on your account. Codes from the old app and your old backup codes don't work anymore.",
    ),
  },
  MAGIC_LINK: added(i18n).MAGIC_LINK,
});

const turnedOn = (i18n: I18n): Words => ({
  PASSKEY: {
    subject: i18n._('Passkeys turned on'),
    what: i18n._('Passkeys were turned on for your account. Yours work as your second step again.'),
  },
  GOOGLE_AUTH: {
    subject: i18n._('Authenticator app turned on'),
    what: i18n._(
      'Your authenticator app was turned on. Its codes and your backup codes work as your second step again.',
    ),
  },
  MAGIC_LINK: added(i18n).MAGIC_LINK,
});

const turnedOff = (i18n: I18n): Words => ({
  PASSKEY: {
    subject: i18n._('Passkeys turned off'),
    what: i18n._(
      "Passkeys were turned off for your account. They don't work as your second step anymore.",
    ),
  },
  GOOGLE_AUTH: {
    subject: i18n._('Authenticator app turned off'),
    what: i18n._(
      "Your authenticator app was turned off. Its codes and your backup codes don't work as your second step anymore.",
    ),
  },
  MAGIC_LINK: {
    subject: i18n._('Magic link turned off'),
    what: i18n._(
      "Magic link was turned off for your account. Links sent to this address don't work as your second step anymore.",
    ),
  },
});

const nowPrimary = (i18n: I18n): Words => ({
  PASSKEY: {
    subject: i18n._('Passkey is now your primary method'),
    what: i18n._(
      'When you sign in, we now ask for your passkey first. Your other methods still work.',
    ),
  },
  GOOGLE_AUTH: {
    subject: i18n._('Authenticator app is now your primary method'),
    what: i18n._(
      'When you sign in, we now ask for a code from your authenticator app first. Your other methods still work.',
    ),
  },
  MAGIC_LINK: {
    subject: i18n._('Magic link is now your primary method'),
    what: i18n._(
      'When you sign in, we now offer to email you a link first. Your other methods still work.',
    ),
  },
});

export function methodWords(notice: MethodNotice, i18n: I18n): Words[MfaType] {
  switch (notice.kind) {
    case 'method-added':
      return (notice.isAgain ? addedAgain : added)(i18n)[notice.method];
    case 'method-turned-on':
      return turnedOn(i18n)[notice.method];
    case 'method-turned-off':
      return turnedOff(i18n)[notice.method];
    case 'primary-changed':
      return nowPrimary(i18n)[notice.method];
  }
}
