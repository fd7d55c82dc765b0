import { Trans, useLingui } from '@lingui/react/macro';

import { isMfaType } from '../../../api/contract.ts';
import { methodNames } from '../../../api/methods.ts';
import type { Reset } from './describe-reset.ts';
import './losses.css';

/** [A12] What is lost, to the last thing, and what signing in will be like. */
export function Losses({ lost, hasBackupCodes }: Reset) {
  const { t } = useLingui();
  return (
    <>
      <p>
        <Trans>You lose for good:</Trans>
      </p>
      <ul className="losses">
        {lost.map((type) => (
          <li key={type}>{isMfaType(type) ? t(methodNames[type]) : type}</li>
        ))}
        {hasBackupCodes && (
          <li>
            <Trans>All your backup codes</Trans>
          </li>
        )}
      </ul>
      <p>
        <Trans>
          After that, your password alone signs you in, for you and for whoever learns it. Signed in
          elsewhere, you will be signed out there.
        </Trans>
      </p>
    </>
  );
}
