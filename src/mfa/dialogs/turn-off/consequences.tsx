import { Trans, useLingui } from '@lingui/react/macro';

import { isMfaType, type MfaType } from '../../../api/contract.ts';
import { methodNames } from '../../../api/methods.ts';
import { WarningIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { TurnOff } from './describe-turn-off.ts';

type Props = Pick<TurnOff, 'remaining' | 'nextPrimary'> & { mfaType: MfaType };

/** What remains, and what signing in is like afterwards: security requirement A12. */
export function Consequences({ mfaType, remaining, nextPrimary }: Props) {
  const { i18n, t } = useLingui();
  const names = remaining.map((each) => (isMfaType(each) ? t(methodNames[each]) : each));
  const list = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names);
  const next = nextPrimary && t(methodNames[nextPrimary]);
  return (
    <>
      <p>
        <Kept mfaType={mfaType} />
      </p>
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

/** What was set up stays set up: a method that is off can be turned on again. */
function Kept({ mfaType }: { mfaType: MfaType }) {
  switch (mfaType) {
    case 'PASSKEY':
      return (
        <Trans>
          Your passkey is kept, and one click turns it on again. If you have several, they are
          turned off and on together.
        </Trans>
      );
    case 'GOOGLE_AUTH':
      return (
        <Trans>
          Keep your app and your backup codes: one click turns them on again, without a new set-up.
        </Trans>
      );
    case 'MAGIC_LINK':
      return <Trans>One click turns it on again.</Trans>;
  }
}
