import { Trans } from '@lingui/react/macro';

import { Link } from '../../lib/link.tsx';
import { config } from '../../api/config.ts';
import { laterPaths } from '../../lib/later-paths.ts';
import { paths } from '../../lib/paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MailLink } from '../../ui/mail-link.tsx';
import '../device-row.css';

const headingId = 'next-heading';

export const focusNext = () => document.getElementById(headingId)?.focus();

/** What closes the way in, once everybody else is out. */
export function NextSteps({
  isNext,
}: {
  /** Nobody else is signed in. */ isNext?: boolean | undefined;
}) {
  return (
    <section aria-labelledby={headingId} className="devices-section">
      <h2 id={headingId} tabIndex={-1}>
        <Trans>Now keep them out</Trans>
      </h2>
      <Card>
        <div className="device-row">
          <p className="device-row-words">
            <Trans>They may know your password. Choose one you don't use anywhere else.</Trans>
          </p>
          <Link to={laterPaths.password} className={buttonClass(isNext ? 'primary' : 'secondary')}>
            <Trans>Change password</Trans>
          </Link>
        </div>
        <div className="device-row">
          <p className="device-row-words">
            <Trans>
              A passkey is the strongest second step: no one can trick you into giving it away.
            </Trans>
          </p>
          <Link to={paths.setUp('passkey')} className={buttonClass()}>
            <Trans>Set up a passkey</Trans>
          </Link>
        </div>
        <div className="device-row">
          <p className="device-row-words">
            <Trans>
              Is there a method you didn't add, or could someone have seen your backup codes? Turn
              the method off, or reset everything and start over.
            </Trans>
          </p>
          <Link to={paths.settings} className={buttonClass()}>
            <Trans>Check your methods</Trans>
          </Link>
          <p className="device-row-answer">
            <Link className="device-row-link" to={paths.reset}>
              <Trans>Reset everything…</Trans>
            </Link>
          </p>
        </div>
        <p className="device-row device-row-end">
          <span>
            <Trans>
              Still worried? Contact <MailLink to={config.supportEmail} />.
            </Trans>
          </span>
        </p>
      </Card>
    </section>
  );
}
