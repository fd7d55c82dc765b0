import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router-dom';

import { paths } from '../lib/paths.ts';
import { buttonClass } from '../ui/button.tsx';
import { ShieldIcon, UserIcon } from '../ui/icons.tsx';
import { Outcome } from '../ui/outcome.tsx';

export function NotAdministrator() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<UserIcon />}
      title={t`This page is for administrators`}
      actions={<ToSettings />}
    >
      <Trans>Only owners and administrators look after the second step of an organization.</Trans>
    </Outcome>
  );
}

export function OwnMethodFirst() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<ShieldIcon />}
      tone="warn"
      title={t`Set up your own second step first`}
      actions={<ToSettings />}
    >
      <Trans>
        Your organization requires one of everyone. You can look after the others once yours is on.
      </Trans>
    </Outcome>
  );
}

function ToSettings() {
  return (
    <Link to={paths.settings} className={buttonClass('primary')}>
      <Trans>Go to settings</Trans>
    </Link>
  );
}
