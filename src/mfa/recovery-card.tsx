import { Trans } from '@lingui/react/macro';

import { Link } from '../lib/link.tsx';
import { config } from '../api/config.ts';
import { paths } from '../lib/paths.ts';
import { Card } from '../ui/card.tsx';
import '../ui/lone-link.css';
import { MailLink } from '../ui/mail-link.tsx';
import './recovery-card.css';
import { fromSettings } from './use-dialog-route.ts';

/** What to do after losing a device, and whom to ask. */
export function RecoveryCard({ canReset }: { canReset: boolean }) {
  return (
    <section aria-labelledby="recovery-heading">
      <h2 id="recovery-heading">
        <Trans>If you lose your device</Trans>
      </h2>
      <Card className="recovery-card">
        <p>
          <Trans>
            Keep two methods on so losing one doesn't lock you out. A backup code from your
            authenticator app also signs you in, once.
          </Trans>
        </p>
        <p>
          <Trans>
            Still can't sign in? Contact <MailLink to={config.supportEmail} />.
          </Trans>
        </p>
        {canReset && (
          <p>
            <Link className="lone-link" to={paths.reset} state={fromSettings}>
              <Trans>Reset everything…</Trans>
            </Link>
          </p>
        )}
      </Card>
    </section>
  );
}
