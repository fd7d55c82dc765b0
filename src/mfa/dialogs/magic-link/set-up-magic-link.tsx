import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { profileQuery } from '../../../api/account.ts';
import { useCloseDialog } from '../../use-dialog-route.ts';
import { useMethodViews } from '../use-method-views.ts';
import { WaitingDialog } from '../waiting-dialog.tsx';
import { NothingToSetUp } from './nothing-to-set-up.tsx';
import { SendFirstLink } from './send-first-link.tsx';

export function SetUpMagicLink() {
  const close = useCloseDialog();
  const profile = useQuery(profileQuery());
  const methods = useMethodViews();
  const state = methods.views?.find(({ type }) => type === 'MAGIC_LINK')?.state;
  if (!state || !profile.data) {
    const readAgain = () => {
      methods.readAgain();
      void profile.refetch();
    };
    return (
      <WaitingDialog
        title={<Trans>Set up magic link</Trans>}
        error={methods.error ?? profile.error}
        onRetry={readAgain}
        onClose={close}
      />
    );
  }
  if (state !== 'not-set-up') return <NothingToSetUp state={state} onClose={close} />;
  return <SendFirstLink email={profile.data.email} onClose={close} />;
}
