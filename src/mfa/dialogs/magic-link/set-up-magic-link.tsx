import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';

import { profileQuery } from '../../../api/account.ts';
import { explain, stillTrue } from '../../../api/explain.ts';
import { useSendLink } from '../../../api/link-mark.ts';
import { setUpMagicLink } from '../../../api/set-up.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { maskEmail } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import type { MethodState } from '../../describe-methods.ts';
import { useCloseDialog } from '../../use-dialog-route.ts';
import { useMethodViews } from '../../use-method-views.ts';
import { MessageDialog } from '../message-dialog.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import { WaitingDialog } from '../waiting-dialog.tsx';

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

/** Closes as soon as the link is sent: the method's row then says what to do with it. */
function SendFirstLink({ email, onClose }: { email: string; onClose: () => void }) {
  const { t } = useLingui();
  const { mutate, isPending, error } = useSetUpMagicLink();
  const explanation = error && explain(error);
  const isWaiting = useIsCoolingDown(explanation);
  const address = maskEmail(email);
  return (
    <Dialog
      title={<Trans>Set up magic link</Trans>}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            variant="primary"
            isBusy={isPending}
            isDisabled={isWaiting}
            onClick={() => mutate(email, { onSuccess: onClose })}
          >
            <Trans>Send link</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          We'll send a link to <bdi>{address}</bdi>. Open it within 10 minutes to turn on magic
          link. From then on, a link sent there can finish signing you in.
        </Trans>
      </p>
      <p>
        <Trans>This is only as secure as your inbox.</Trans>
      </p>
      <OfflineNotice />
      {explanation && (
        <Failure {...explanation} what={t(stillTrue(error, msg`No link was sent.`))} />
      )}
    </Dialog>
  );
}

/** Sets magic links up for the account's own address, and sends the link that turns them on. */
function useSetUpMagicLink() {
  const sendLink = useSendLink();
  return useMutation({
    mutationFn: async (email: string) => {
      await setUpMagicLink(email);
      await sendLink.mutateAsync();
    },
  });
}

interface NothingToSetUpProps {
  state: Exclude<MethodState, 'not-set-up'>;
  onClose: () => void;
}

/** Shown where someone opens the address of this dialog when there is nothing left for it to do. */
function NothingToSetUp({ state, onClose }: NothingToSetUpProps) {
  return (
    <MessageDialog
      title={<Trans>Set up magic link</Trans>}
      close={<Trans>Go to settings</Trans>}
      onClose={onClose}
    >
      <p>
        {state === 'on' && <Trans>Magic link is already on.</Trans>}
        {state === 'off' && (
          <Trans>Magic link is set up but turned off. Turn it on in your settings.</Trans>
        )}
        {(state === 'unavailable' || state === 'unsupported') && (
          <Trans>Magic link isn't available for your account.</Trans>
        )}
      </p>
    </MessageDialog>
  );
}
