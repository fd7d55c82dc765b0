import type { MfaType } from '../../../src/api/contract.ts';

/**
 * What mails say about each method, in whole sentences: in other languages, the words around a
 * method's name depend on it.
 */
type Words = Record<MfaType, { subject: string; what: string }>;

export const added = {
  PASSKEY: {
    subject: 'Passkey added to your account',
    what: 'A passkey was added to your account. It now works as your second step when you sign in.',
  },
  GOOGLE_AUTH: {
    subject: 'Authenticator app added to your account',
    what: 'An authenticator app was added to your account. Its codes and ten new backup codes now work as your second step when you sign in.',
  },
  MAGIC_LINK: {
    subject: 'Magic link turned on',
    what: 'Magic link was turned on for your account. A link sent to this address now works as your second step when you sign in.',
  },
} satisfies Words;

export const addedAgain = {
  PASSKEY: {
    subject: 'Another passkey added to your account',
    what: 'Another passkey was added to your account. Each of your passkeys works as your second step when you sign in.',
  },
  GOOGLE_AUTH: {
    subject: 'Authenticator app replaced on your account',
    what: "A new authenticator app replaced the one on your account. Codes from the old app and your old backup codes don't work anymore.",
  },
  MAGIC_LINK: added.MAGIC_LINK,
} satisfies Words;

export const turnedOn = {
  PASSKEY: {
    subject: 'Passkeys turned on',
    what: 'Passkeys were turned on for your account. Yours work as your second step again.',
  },
  GOOGLE_AUTH: {
    subject: 'Authenticator app turned on',
    what: 'Your authenticator app was turned on. Its codes and your backup codes work as your second step again.',
  },
  MAGIC_LINK: added.MAGIC_LINK,
} satisfies Words;

export const turnedOff = {
  PASSKEY: {
    subject: 'Passkeys turned off',
    what: "Passkeys were turned off for your account. They don't work as your second step anymore.",
  },
  GOOGLE_AUTH: {
    subject: 'Authenticator app turned off',
    what: "Your authenticator app was turned off. Its codes and your backup codes don't work as your second step anymore.",
  },
  MAGIC_LINK: {
    subject: 'Magic link turned off',
    what: "Magic link was turned off for your account. Links sent to this address don't work as your second step anymore.",
  },
} satisfies Words;

export const nowPrimary = {
  PASSKEY: {
    subject: 'Passkey is now your primary method',
    what: 'When you sign in, we now ask for your passkey first. Your other methods still work.',
  },
  GOOGLE_AUTH: {
    subject: 'Authenticator app is now your primary method',
    what: 'When you sign in, we now ask for a code from your authenticator app first. Your other methods still work.',
  },
  MAGIC_LINK: {
    subject: 'Magic link is now your primary method',
    what: 'When you sign in, we now offer to email you a link first. Your other methods still work.',
  },
} satisfies Words;
