import { Trans, useLingui } from '@lingui/react/macro';

import { isOutcomeUnknown } from '../../../api/errors.ts';
import { explain, outcomeUnknown } from '../../../api/explain.ts';
import { maskEmail } from '../../../lib/format.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { OfflineNotice } from '../offline-notice.tsx';
import { useSetUpMagicLink } from './use-set-up-magic-link.ts';

/** Closes when the link is on its way: the method's row then says what to do with it. */
export function SendFirstLink({ email, onClose }: { email: string; onClose: () => void }) {
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
        <Button
          variant="primary"
          isBusy={isPending}
          isDisabled={isWaiting}
          onClick={() => mutate(email, { onSuccess: onClose })}
        >
          <Trans>Send link</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          We send a link to {address}. Open it within 10 minutes to turn magic links on. From then
          on, a link can be sent there after your password, whenever you sign in.
        </Trans>
      </p>
      <p>
        <Trans>This is only as safe as your mailbox.</Trans>
      </p>
      <OfflineNotice />
      {explanation && (
        <Failure
          {...explanation}
          what={isOutcomeUnknown(error) ? t(outcomeUnknown) : <Trans>No link was sent.</Trans>}
        />
      )}
    </Dialog>
  );
}
