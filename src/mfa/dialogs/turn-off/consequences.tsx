import { Trans, useLingui } from '@lingui/react/macro';

import { isMfaType, type MfaType } from '../../../api/contract.ts';
import { methodNames } from '../../../api/method-words.ts';
import { WarningIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { TurnOff } from './describe-turn-off.ts';

type Props = Pick<TurnOff, 'remaining' | 'nextPrimary'> & { type: MfaType };

/** [A12] What remains, and what signing in will be like. */
export function Consequences({ type, remaining, nextPrimary }: Props) {
  const { i18n, t } = useLingui();
  const names = remaining.map((each) => (isMfaType(each) ? t(methodNames[each]) : each));
  const list = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names);
  const next = nextPrimary && t(methodNames[nextPrimary]);
  return (
    <>
      {type === 'PASSKEY' && (
        <p>
          <Trans>All your passkeys are turned off together: it cannot be done one by one.</Trans>
        </p>
      )}
      {remaining.length > 0 ? (
        <p>
          <Trans>You will still have: {list}</Trans>
        </p>
      ) : (
        <Notice tone="warn" icon={<WarningIcon />}>
          <Trans>
            You will have no second step left. Whoever learns your password can sign in.
          </Trans>
        </Notice>
      )}
      <p>
        {remaining.length === 0 && <Trans>Signing in will take your password alone.</Trans>}
        {next && (
          <Trans>{next} becomes your primary method: we ask for it first when you sign in.</Trans>
        )}
        {remaining.length > 0 && !next && (
          <Trans>Signing in still takes your password and a second step.</Trans>
        )}
      </p>
    </>
  );
}
