import { Trans } from '@lingui/react/macro';

import { useIsOnline } from '../../lib/use-is-online.ts';
import { OfflineIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';

/** For dialogs, because they cover the page's own banner. */
export function OfflineNotice() {
  if (useIsOnline()) return null;
  return (
    <Notice role="status" tone="warn" icon={<OfflineIcon />}>
      <Trans>You seem to be offline. Changes may not go through.</Trans>
    </Notice>
  );
}
