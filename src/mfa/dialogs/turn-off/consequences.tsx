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
          <Trans>You'll still have: {list}</Trans>
        </p>
      ) : (
        <Notice tone="warn" icon={<WarningIcon />}>
          <Trans>
            You'll have no second step left. Anyone with your password will be able to sign in.
          </Trans>
        </Notice>
      )}
      {next && (
        <p>
          <Trans>
            {next} will become your primary method, the one we ask for first when you sign in.
          </Trans>
        </p>
      )}
      {remaining.length > 0 && !next && (
        <p>
          <Trans>You'll still need your password and a second step to sign in.</Trans>
        </p>
      )}
    </>
  );
}

/** What was set up stays set up: a method that is off can be turned on again. */
function Kept({ mfaType }: { mfaType: MfaType }) {
  switch (mfaType) {
    case 'PASSKEY':
      return (
        <Trans>
          Your passkey isn't deleted; one click turns it back on. If you have several, they're
          turned off and on together.
        </Trans>
      );
    case 'GOOGLE_AUTH':
      return (
        <Trans>
          Keep your app and your backup codes. One click turns them back on, without setting up
          again.
        </Trans>
      );
    case 'MAGIC_LINK':
      return <Trans>One click turns it back on.</Trans>;
  }
}
