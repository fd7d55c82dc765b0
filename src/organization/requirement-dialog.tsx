import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { explain, stillTrue } from '../api/explain.ts';
import { enforceSecondStep } from '../api/organization.ts';
import { mfaQueries } from '../api/mfa.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { ConfirmButtons } from '../ui/confirm-buttons.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { Notice } from '../ui/notice.tsx';
import { SentenceGap } from '../ui/sentence-gap.tsx';
import { administratorWords } from './access.ts';
import type { Coverage } from './describe-members.ts';
import { refetchOrganization } from './members-query.ts';

interface Props {
  isToEnforce: boolean;
  /** The reader has no method on, so requiring one would lock them out. */
  isLocked: boolean;
  /** How many members have no second step. Undefined unless that is known for every member. */
  coverage: Coverage | undefined;
  onClose: () => void;
}

/** Explains the change and asks for confirmation. `RequirementCard` closes it after the refetch. */
export function RequirementDialog({ isToEnforce, isLocked, coverage, onClose }: Props) {
  const { t } = useLingui();
  const enforce = useEnforceSecondStep();
  const failure = enforce.error && explain(enforce.error, administratorWords);
  const isWaiting = useIsCoolingDown(failure);
  // Refetched as the dialog opens, because the reader's last method may have been turned off elsewhere.
  useQuery(mfaQueries.status());

  return (
    <Dialog
      title={
        isToEnforce ? (
          <Trans>Require a second step for everyone?</Trans>
        ) : (
          <Trans>Stop requiring a second step?</Trans>
        )
      }
      onClose={onClose}
      isBusy={enforce.isPending}
      consequences={isToEnforce ? <Requiring coverage={coverage} /> : <NoLongerRequiring />}
      footer={
        <ConfirmButtons
          variant={isToEnforce ? 'primary' : 'danger'}
          isBusy={enforce.isPending}
          isDisabled={isLocked || isWaiting}
          onClick={() => enforce.mutate(isToEnforce)}
          onCancel={onClose}
        >
          {isToEnforce ? <Trans>Require</Trans> : <Trans>Stop requiring</Trans>}
        </ConfirmButtons>
      }
    >
      {failure && (
        <Failure {...failure} what={t(stillTrue(enforce.error, msg`Nothing was changed.`))} />
      )}
      {enforce.isSuccess && (
        <Notice role="status" tone="info">
          <Trans>The service accepted this but doesn't show it yet. Check again in a moment.</Trans>
        </Notice>
      )}
    </Dialog>
  );
}

function Requiring({ coverage }: { coverage: Coverage | undefined }) {
  const isMetByAll = coverage?.without === 0;
  return (
    <>
      <p>
        <span>{coverage && <CoverageWords {...coverage} />}</span>
        <SentenceGap />
        {isMetByAll ? null : coverage ? (
          <Trans>They'll be asked to set one up the next time they sign in.</Trans>
        ) : (
          <Trans>Members without one will be asked to set one up the next time they sign in.</Trans>
        )}
      </p>
      <p>
        <Trans>Nobody, including you, will be able to turn off their last method.</Trans>
      </p>
    </>
  );
}

function NoLongerRequiring() {
  return (
    <>
      <p>
        <Trans>Members keep the methods they have, but can turn them off.</Trans>
      </p>
      <p>
        <Trans>Anyone without one can sign in with just a password.</Trans>
      </p>
    </>
  );
}

export function CoverageWords({ without, of }: Coverage) {
  const { i18n } = useLingui();
  if (without === 0) return <Trans>Everyone has a second step.</Trans>;
  if (without === of) return <Trans>Nobody has a second step yet.</Trans>;
  const all = i18n.number(of);
  return (
    <Plural
      value={without}
      one={`# of ${all} members has no second step.`}
      other={`# of ${all} members have no second step.`}
    />
  );
}

/** Requires a second step of everyone in the organization, or stops requiring it. */
function useEnforceSecondStep() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: enforceSecondStep,
    onSettled: () => refetchOrganization(queryClient),
  });
}
