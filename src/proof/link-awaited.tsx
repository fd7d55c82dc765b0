import { Trans } from '@lingui/react/macro';

import type { LinkMark } from '../api/link-mark.ts';
import { serverNow } from '../api/server-clock.ts';
import { formatDuration } from '../lib/format.ts';
import { useSecondsLeft } from '../lib/countdown.ts';
import { MailIcon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';

export function LinkAwaited({ mark }: { mark: LinkMark }) {
  const left = useSecondsLeft(mark.expiresAt, serverNow);
  const clock = formatDuration(left);
  return (
    <Notice tone="info" icon={<MailIcon />}>
      {left > 0 ? (
        <Trans>
          We sent a link to your email. Waiting for you to open the link in this browser, within{' '}
          <b role="timer" className="proof-clock">
            {clock}
          </b>
          . This page then goes on by itself.
        </Trans>
      ) : (
        <Trans>The link we sent no longer works. Send a new one.</Trans>
      )}
    </Notice>
  );
}
