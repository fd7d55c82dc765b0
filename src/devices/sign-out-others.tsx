import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';

import type { Session } from '../api/contract-devices.ts';
import { explain, stillTrue } from '../api/explain.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { Button, type ButtonVariant } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { Notice } from '../ui/notice.tsx';
import { deviceRefusals } from './confirm-dialog.tsx';
import './device-row.css';
import { useSessionName } from './session-row.tsx';
import { useRevokeSessions } from './use-revoke-sessions.ts';

interface Props {
  /** Every session but the reader's own. */
  others: Session[];
  variant?: ButtonVariant;
  /** Called once no other session is left: the button goes, and the focus with it. */
  onDone: () => void;
}

/** Ends every other session, one by one, and says how many ended and which did not. */
export function SignOutOthers({ others, variant, onDone }: Props) {
  const { t, i18n } = useLingui();
  const revoke = useRevokeSessions((revoked) => revoked.left.length === 0 && onDone());
  const nameOf = useSessionName();
  const failure = revoke.error ? explain(revoke.error, deviceRefusals) : undefined;
  const { left = [], ended = [], error } = revoke.data ?? {};
  const partFailure = error && left.length > 0 ? explain(error, deviceRefusals) : undefined;
  const isWaiting = useIsCoolingDown(failure ?? partFailure);
  const list = new Intl.ListFormat(i18n.locale, { type: 'unit', style: 'long' });
  const names = list.format(left.map(nameOf));

  return (
    <>
      {(others.length > 0 || revoke.isPending) && (
        <Button
          variant={variant}
          isBusy={revoke.isPending}
          isDisabled={isWaiting}
          onClick={() => revoke.mutate(others)}
        >
          <Trans>Sign out everywhere else</Trans>
        </Button>
      )}
      <div className="device-row-answer">
        {failure && (
          <Failure
            {...failure}
            what={t(stillTrue(revoke.error, msg`Your other sessions may still be active.`))}
          />
        )}
        {ended.length > 0 && (
          <Notice role="status" tone="good">
            <Plural
              value={ended.length}
              one="# session was signed out."
              other="# sessions were signed out."
            />
          </Notice>
        )}
        {partFailure ? (
          <Failure {...partFailure} what={<Trans>Still signed in: {names}.</Trans>} />
        ) : (
          left.length > 0 && (
            <Notice role="status" tone="info">
              <Trans>The service accepted this but still lists {names}.</Trans>
            </Notice>
          )
        )}
        {others.length === 0 && ended.length === 0 && (
          <p className="device-row-detail">
            <Trans>You're not signed in anywhere else.</Trans>
          </p>
        )}
      </div>
    </>
  );
}
