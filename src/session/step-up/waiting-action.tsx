import { Trans } from '@lingui/react/macro';

/** What goes on once the proof is given, by where it is posted. */
export function WaitingAction({ path }: { path: string }) {
  switch (path) {
    case '/mfa/setup':
    case '/mfa/verify-setup':
    case '/mfa/passkey/complete-registration':
      return <Trans>You asked to set up a method. Once confirmed, that goes on by itself.</Trans>;
    case '/mfa/enable':
      return <Trans>You asked to turn on a method. Once confirmed, that goes on by itself.</Trans>;
    case '/mfa/magic-link/send':
      return <Trans>You asked for a link. Once you confirm, we'll send it.</Trans>;
    case '/mfa/disable':
      return <Trans>You asked to turn off a method. Once confirmed, that goes on by itself.</Trans>;
    case '/mfa/primary':
      return (
        <Trans>
          You asked to change your primary method. Once confirmed, that goes on by itself.
        </Trans>
      );
    case '/mfa/reset':
      return <Trans>You asked to reset methods. Once confirmed, that goes on by itself.</Trans>;
    case '/mfa/organization/enforce':
      return (
        <Trans>
          You asked to change what your organization requires. Once confirmed, that goes on by
          itself.
        </Trans>
      );
    default:
      return <Trans>This protects your account. What you asked for then goes on by itself.</Trans>;
  }
}
