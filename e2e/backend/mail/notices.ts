import type { MfaType } from '../../../src/api/contract.ts';
import { added, addedAgain, nowPrimary, turnedOff, turnedOn } from './method-words.ts';

/** Something that happened to an account, of which its owner is told by mail. */
export type Notice =
  | { kind: 'method-added'; method: MfaType; isAgain: boolean }
  | { kind: 'method-turned-on'; method: MfaType }
  | { kind: 'method-turned-off'; method: MfaType; isLast: boolean }
  | { kind: 'primary-changed'; method: MfaType }
  | { kind: 'methods-removed' }
  /** @property by the administrator who did it, as `describePerson` writes them */
  | { kind: 'methods-removed-by-administrator'; by: string }
  | { kind: 'backup-code-used'; left: number }
  | { kind: 'codes-locked' }
  | { kind: 'new-browsers-locked-out' }
  | { kind: 'browser-forgotten' }
  /** @property device a browser and its system, where they are known */
  | { kind: 'new-sign-in'; device: string | undefined }
  | { kind: 'password-changed' }
  | { kind: 'password-reset' }
  | { kind: 'device-removed'; device: string | undefined }
  | { kind: 'device-trusted'; device: string | undefined }
  | { kind: 'signed-out-everywhere' }
  | RequirementChanged;

interface RequirementChanged {
  kind: 'requirement-changed';
  isRequired: boolean;
  organization: string;
  by: string;
  /** Whether the reader is who changed it. */
  isReader: boolean;
}

export interface NoticeWords {
  subject: string;
  /** What happened and what follows, a paragraph each. */
  paragraphs: string[];
  /** The label of the link for those who did not expect this, and where it leads. */
  doubt: string;
  doubtPath: '/not-me' | '/organization';
  /** What those who did expect it need to know. */
  otherwise: string;
}

const signedOut = "You've been signed out everywhere else.";
const passwordAlone = 'Anyone with your password can now sign in.';

const usual = {
  doubt: "Wasn't you? Secure your account",
  doubtPath: '/not-me' as const,
  otherwise: "If this was you, there's nothing else to do.",
};

/** The words of a notice. All sentences that tell of something that happened are here. */
export function wordsOf(notice: Notice): NoticeWords {
  switch (notice.kind) {
    case 'method-added': {
      const { subject, what } = (notice.isAgain ? addedAgain : added)[notice.method];
      return { ...usual, subject, paragraphs: [what, signedOut] };
    }
    case 'method-turned-on': {
      const { subject, what } = turnedOn[notice.method];
      return { ...usual, subject, paragraphs: [what, signedOut] };
    }
    case 'method-turned-off': {
      const { subject, what } = turnedOff[notice.method];
      const paragraphs = notice.isLast ? [what, passwordAlone, signedOut] : [what, signedOut];
      return { ...usual, subject, paragraphs };
    }
    case 'primary-changed': {
      const { subject, what } = nowPrimary[notice.method];
      return { ...usual, subject, paragraphs: [what] };
    }
    case 'methods-removed':
      return {
        ...usual,
        subject: 'All sign-in methods removed from your account',
        paragraphs: [
          'Your passkeys, authenticator app, backup codes and magic link were removed from your account.',
          passwordAlone,
          signedOut,
        ],
      };
    case 'methods-removed-by-administrator':
      return {
        subject: 'All sign-in methods removed from your account',
        paragraphs: [
          `${notice.by}, who manages your organization, removed your passkeys, authenticator app, backup codes and magic link.`,
          `${passwordAlone} Sign in soon and set up a second step again.`,
          "You've been signed out everywhere.",
        ],
        doubt: "Didn't ask for this? Secure your account",
        doubtPath: '/not-me',
        otherwise: 'If you asked for this, sign in and set up a second step.',
      };
    case 'backup-code-used':
      return {
        ...usual,
        subject: 'Backup code used on your account',
        paragraphs: ["A backup code was used to confirm it's you.", codesLeft(notice.left)],
      };
    case 'codes-locked':
      return {
        ...usual,
        subject: 'Codes locked after 100 wrong tries',
        paragraphs: [
          'Someone who knows your password entered a wrong code 100 times in a row.',
          "Codes from your authenticator app and backup codes don't work anymore. Your other methods still do.",
        ],
      };
    case 'new-browsers-locked-out':
      return {
        ...usual,
        subject: 'Sign-in from new browsers blocked after 100 wrong passwords',
        paragraphs: [
          'Someone entered a wrong password for your account 100 times in a row.',
          "Nobody can sign in from a new browser now, not even with the right password. Browsers you've signed in with before still work.",
        ],
      };
    case 'browser-forgotten':
      return {
        ...usual,
        subject: '100 wrong passwords from a browser you use',
        paragraphs: [
          "Someone entered a wrong password for your account 100 times in a row, in a browser you've signed in with before.",
          'That browser now counts as new to your account.',
        ],
      };
    case 'new-sign-in':
      return {
        ...usual,
        subject: withDevice('New sign-in to your account', ' from ', notice.device),
        paragraphs: ["Someone signed in to your account from a browser that's new to it."],
      };
    case 'password-changed':
      return {
        ...usual,
        subject: 'Your password was changed',
        paragraphs: ["Your password was changed. The old one doesn't work anymore.", signedOut],
      };
    case 'password-reset':
      return {
        ...usual,
        subject: 'Your password was reset',
        paragraphs: [
          "Your password was reset with a link we emailed you. The old one doesn't work anymore.",
          "You've been signed out everywhere.",
        ],
      };
    case 'device-removed':
      return {
        ...usual,
        subject: withDevice('Device removed from your account', ': ', notice.device),
        paragraphs: [
          'A device was removed from your account and signed out. Signing in there again counts as signing in from a new device.',
        ],
      };
    case 'device-trusted':
      return {
        ...usual,
        subject: withDevice('Device marked as trusted', ': ', notice.device),
        paragraphs: ['One of the devices of your account was marked as trusted for 30 days.'],
      };
    case 'signed-out-everywhere':
      return {
        ...usual,
        subject: 'You were signed out everywhere',
        paragraphs: ['All sessions of your account were ended. Sign in again to go on.'],
      };
    case 'requirement-changed':
      return requirementWords(notice);
  }
}

function withDevice(subject: string, between: string, device: string | undefined): string {
  return device === undefined ? subject : subject + between + device;
}

function codesLeft(left: number): string {
  if (left === 0)
    return 'It was your last one. Set up your authenticator app again to get new codes.';
  return left === 1 ? 'You have 1 code left.' : `You have ${String(left)} codes left.`;
}

function requirementWords(notice: RequirementChanged): NoticeWords {
  const { isRequired, organization, by, isReader } = notice;
  const others = {
    doubt: "Didn't expect this? See your organization",
    doubtPath: '/organization' as const,
    otherwise: "If you expected this, there's nothing else to do.",
  };
  return {
    ...(isReader ? usual : others),
    subject: isRequired
      ? 'Your organization now requires a second step'
      : 'Your organization no longer requires a second step',
    paragraphs: [
      isRequired
        ? `${by} turned on the second step requirement for ${organization}. Members who don't have one yet are asked to set one up.`
        : `${by} turned off the second step requirement for ${organization}. Members can sign in with their password alone if they turn theirs off.`,
    ],
  };
}
