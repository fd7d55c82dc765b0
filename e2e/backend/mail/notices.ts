import { wordDevice } from './describe-device.ts';
import type { Device } from './describe-device.ts';
import type { I18n, Said } from './i18n.ts';
import { methodWords } from './method-words.ts';
import type { MethodNotice } from './method-words.ts';
import { requirementWords } from './requirement-words.ts';
import type { RequirementChanged } from './requirement-words.ts';

/** Something that happened to an account, of which its owner is told by mail. */
export type Notice =
  | MethodNotice
  | { kind: 'methods-removed' }
  /** @property by the administrator who did it, as `describePerson` writes them */
  | { kind: 'methods-removed-by-administrator'; by: string }
  | { kind: 'backup-code-used'; left: number }
  | { kind: 'codes-locked' }
  | { kind: 'new-browsers-locked-out' }
  | { kind: 'browser-forgotten' }
  | { kind: 'new-sign-in'; device: Device | undefined }
  | { kind: 'password-changed' }
  | { kind: 'password-reset' }
  | { kind: 'device-removed'; device: Device | undefined }
  | { kind: 'device-trusted'; device: Device | undefined }
  | { kind: 'signed-out-everywhere' }
  | RequirementChanged;

export interface NoticeWords {
  subject: Said;
  /** What happened and what follows, a paragraph each. */
  paragraphs: Said[];
  /** The label of the link for those who did not expect this, and where it leads. */
  doubt: Said;
  doubtPath: '/not-me' | '/organization';
  /** What those who did expect it need to know. */
  otherwise: Said;
}

/** The words of a notice. All sentences that tell of something that happened are here. */
export function wordsOf(notice: Notice, i18n: I18n): NoticeWords {
  const signedOut = i18n._("You've been signed out everywhere else.");
  const passwordAlone = i18n._('Anyone with your password can now sign in.');
  const usual = {
    doubt: i18n._("Wasn't you? Secure your account"),
    doubtPath: '/not-me' as const,
    otherwise: i18n._("If this was you, there's nothing else to do."),
  };
  switch (notice.kind) {
    case 'method-added':
    case 'method-turned-on':
    case 'method-turned-off':
    case 'primary-changed': {
      const { subject, what } = methodWords(notice, i18n);
      const isLast = notice.kind === 'method-turned-off' && notice.isLast;
      const paragraphs = [
        what,
        ...(isLast ? [passwordAlone] : []),
        ...(notice.kind === 'primary-changed' ? [] : [signedOut]),
      ];
      return { ...usual, subject, paragraphs };
    }
    case 'methods-removed':
      return {
        ...usual,
        subject: i18n._('All second-step methods removed from your account'),
        paragraphs: [
          i18n._(
            'Your passkeys, authenticator app, backup codes, and magic link were removed from your account.',
          ),
          passwordAlone,
          signedOut,
        ],
      };
    case 'methods-removed-by-administrator':
      return {
        subject: i18n._('All second-step methods removed from your account'),
        paragraphs: [
          i18n._(
            'Your passkeys, authenticator app, backup codes, and magic link were removed by {person}, who manages your organization.',
            { person: notice.by },
          ),
          i18n._(
            'Anyone with your password can now sign in. Sign in soon and set up a second step again.',
          ),
          i18n._("You've been signed out everywhere."),
        ],
        doubt: i18n._("Didn't ask for this? Secure your account"),
        doubtPath: '/not-me',
        otherwise: i18n._('If you asked for this, sign in and set up a second step.'),
      };
    case 'backup-code-used':
      return {
        ...usual,
        subject: i18n._('Backup code used on your account'),
        paragraphs: [
          i18n._('Someone used a backup code to sign in or confirm it was them.'),
          codesLeft(notice.left, i18n),
        ],
      };
    case 'codes-locked':
      return {
        ...usual,
        subject: i18n._('Codes blocked after 100 wrong attempts'),
        paragraphs: [
          i18n._('Someone who knows your password entered a wrong code 100 times in a row.'),
          i18n._(
            "Codes from your authenticator app and backup codes don't work anymore. Your other methods still do.",
          ),
        ],
      };
    case 'new-browsers-locked-out':
      return {
        ...usual,
        subject: i18n._('Sign-in from new browsers blocked after 100 wrong passwords'),
        paragraphs: [
          i18n._('Someone entered a wrong password for your account 100 times in a row.'),
          i18n._(
            "Nobody can sign in from a new browser now, not even with the right password. Browsers you've signed in with before still work.",
          ),
        ],
      };
    case 'browser-forgotten':
      return {
        ...usual,
        subject: i18n._('100 wrong passwords from a browser you use'),
        paragraphs: [
          i18n._(
            "Someone entered a wrong password for your account 100 times in a row, in a browser you've signed in with before.",
          ),
          i18n._('We now treat that browser as new.'),
        ],
      };
    case 'new-sign-in': {
      const device = wordDevice(notice.device, i18n);
      return {
        ...usual,
        subject:
          device === undefined
            ? i18n._('New sign-in to your account')
            : i18n._(
                'New sign-in to your account from {device}',
                { device },
                {
                  comment:
                    '{device} is such as "Firefox on Windows", in the language of the mail. Where it would need a case, put it behind a colon',
                },
              ),
        paragraphs: [i18n._('Someone signed in to your account from a new browser.')],
      };
    }
    case 'password-changed':
      return {
        ...usual,
        subject: i18n._('Your password was changed'),
        paragraphs: [
          i18n._("Your password was changed. The old one doesn't work anymore."),
          signedOut,
        ],
      };
    case 'password-reset':
      return {
        ...usual,
        subject: i18n._('Your password was reset'),
        paragraphs: [
          i18n._(
            "Your password was reset with a link we emailed you. The old one doesn't work anymore.",
          ),
          i18n._("You've been signed out everywhere."),
        ],
      };
    case 'device-removed': {
      const device = wordDevice(notice.device, i18n);
      return {
        ...usual,
        subject:
          device === undefined
            ? i18n._('A device was removed from your account')
            : i18n._(
                '{device} was removed from your account',
                { device },
                {
                  comment:
                    '{device} is such as "Firefox on Windows", seldom only "Firefox" or "Windows"',
                },
              ),
        paragraphs: [
          i18n._(
            'A device was removed from your account and signed out. The next sign-in there counts as one from a new device.',
          ),
        ],
      };
    }
    case 'device-trusted': {
      const device = wordDevice(notice.device, i18n);
      return {
        ...usual,
        subject:
          device === undefined
            ? i18n._('A device is now trusted')
            : i18n._(
                '{device} is now trusted',
                { device },
                {
                  comment:
                    '{device} is such as "Firefox on Windows", seldom only "Firefox" or "Windows"',
                },
              ),
        paragraphs: [i18n._('One of your devices is now trusted for 30 days.')],
      };
    }
    case 'signed-out-everywhere':
      return {
        ...usual,
        subject: i18n._('You were signed out everywhere'),
        paragraphs: [i18n._('All your sessions have ended. Sign in again to continue.')],
      };
    case 'requirement-changed':
      return { ...usual, ...requirementWords(notice, i18n) };
  }
}

function codesLeft(left: number, i18n: I18n): Said {
  if (left === 0)
    return i18n._(
      'That was your last backup code. Set up your authenticator app again to get new ones.',
    );
  return i18n._(
    '{left, plural, one {You have # backup code left.} other {You have # backup codes left.}}',
    { left },
  );
}
