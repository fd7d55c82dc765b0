import { Trans } from '@lingui/react/macro';

import type { MfaType } from '../../../api/contract.ts';
import { CheckIcon } from '../../../ui/later-icons.tsx';
import { Notice } from '../../../ui/notice.tsx';

export function TestPassed({ method }: { method: MfaType }) {
  return (
    <Notice role="status" tone="good" icon={<CheckIcon />}>
      <Words method={method} />
    </Notice>
  );
}

function Words({ method }: { method: MfaType }) {
  switch (method) {
    case 'PASSKEY':
      return <Trans>Your passkey works. After your password, it signs you in.</Trans>;
    case 'GOOGLE_AUTH':
      return (
        <Trans>Your authenticator app works. After your password, its code signs you in.</Trans>
      );
    case 'MAGIC_LINK':
      return <Trans>Magic links work. After your password, a link signs you in.</Trans>;
  }
}
