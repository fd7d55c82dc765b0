import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { isMfaType, type MfaType } from '../../../api/contract.ts';
import { explain } from '../../../api/explain.ts';
import { methodNames } from '../../../api/methods.ts';
import { mfaQueries, useMakePrimary } from '../../../api/mfa.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { Button } from '../../../ui/button.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { methodsInSentence } from '../method-words.ts';
import { isStronger } from './is-stronger.ts';

interface Props {
  type: MfaType;
  /** The offer, and the button that had the focus, is gone then. */
  onTaken: () => void;
}

/** Offers to ask for a method first where it is stronger than the one that is asked for now. */
export function PrimaryOffer({ type, onTaken }: Props) {
  const { t } = useLingui();
  const { data: status } = useQuery(mfaQueries.status());
  const makePrimary = useMakePrimary();
  const failure = makePrimary.error && explain(makePrimary.error);
  const isWaiting = useIsCoolingDown(failure);
  const primary = status?.primaryMethod;
  const name = t(methodNames[type]);

  if (primary === type)
    return (
      <p>
        <Trans>It is your primary method: we ask for it first when you sign in.</Trans>
      </p>
    );
  if (!primary || !isMfaType(primary) || !isStronger(type, primary)) return null;
  const current = t(methodsInSentence[primary]);
  return (
    <>
      <Notice
        tone="info"
        action={
          <Button
            aria-label={t`Make ${name} primary`}
            isBusy={makePrimary.isPending}
            isDisabled={isWaiting}
            onClick={() => makePrimary.mutate(type, { onSuccess: onTaken })}
          >
            <Trans>Make primary</Trans>
          </Button>
        }
      >
        <Trans>Make it primary? It is stronger than {current}, which we ask for first now.</Trans>
      </Notice>
      {failure && (
        <Failure what={<Trans>{name} is still not your primary method.</Trans>} {...failure} />
      )}
    </>
  );
}
