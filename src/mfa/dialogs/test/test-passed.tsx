import { Trans } from '@lingui/react/macro';

import { Notice } from '../../../ui/notice.tsx';
import { CheckIcon } from '../../../ui/later-icons.tsx';

export function TestPassed({ name }: { name: string }) {
  return (
    <Notice role="status" tone="good" icon={<CheckIcon />}>
      <Trans>{name} works. You can sign in with it.</Trans>
    </Notice>
  );
}
