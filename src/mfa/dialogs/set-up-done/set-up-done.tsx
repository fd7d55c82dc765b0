import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useLocation } from 'react-router-dom';

import { Link } from '../../../lib/link.tsx';
import { isMfaType, type MfaType } from '../../../api/contract.ts';
import { explain } from '../../../api/explain.ts';
import { methodNames, methodSlugs } from '../../../api/methods.ts';
import { mfaQueries, useMakePrimary } from '../../../api/mfa.ts';
import { useIsCoolingDown } from '../../../lib/countdown.ts';
import { paths } from '../../../lib/paths.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { isStronger } from '../../describe-methods.ts';

interface Props {
  mfaType: MfaType;
  onClose: () => void;
  /** What a test of the method will ask for. */
  children: ReactNode;
}

/** The end of a set-up: says that the method is on, and offers what to do with it next. */
export function SetUpDone({ mfaType, onClose, children }: Props) {
  const { t } = useLingui();
  const location = useLocation();
  const name = t(methodNames[mfaType]);
  const done = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={<Trans>{name} is on</Trans>}
      onClose={onClose}
      footer={
        <>
          {/* Replaces this dialog's address, so that Back leads to the settings from there as well. */}
          <Link
            className={buttonClass()}
            to={paths.test(methodSlugs[mfaType])}
            replace
            state={location.state}
          >
            <Trans>Test it now</Trans>
          </Link>
          <Button ref={done} variant="primary" onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </>
      }
    >
      <p>{children}</p>
      <PrimaryOffer mfaType={mfaType} onTaken={() => done.current?.focus()} />
    </Dialog>
  );
}

/** What the offer compares the new method with, inside its sentence. */
const primaryInSentence: Record<MfaType, MessageDescriptor> = {
  PASSKEY: msg`your passkey`,
  GOOGLE_AUTH: msg`your authenticator app`,
  MAGIC_LINK: msg`a magic link`,
};

interface OfferProps {
  mfaType: MfaType;
  /** Called when the method is primary. The offer's button, which had the focus, is gone then. */
  onTaken: () => void;
}

/** Offers to make the method primary where it is stronger than the present primary method. */
export function PrimaryOffer({ mfaType, onTaken }: OfferProps) {
  const { t } = useLingui();
  const { data: status } = useQuery(mfaQueries.status());
  const makePrimary = useMakePrimary();
  const failure = makePrimary.error && explain(makePrimary.error);
  const isWaiting = useIsCoolingDown(failure);
  const primary = status?.primaryMethod;
  const name = t(methodNames[mfaType]);

  if (primary === mfaType)
    return (
      <p>
        <Trans>It's your primary method, the one we ask for first when you sign in.</Trans>
      </p>
    );
  if (!primary || !isMfaType(primary) || !isStronger(mfaType, primary)) return null;
  const current = t(primaryInSentence[primary]);
  return (
    <>
      <Notice
        tone="info"
        action={
          <Button
            aria-label={t`Make ${name} primary`}
            isBusy={makePrimary.isPending}
            isDisabled={isWaiting}
            onClick={() => makePrimary.mutate(mfaType, { onSuccess: onTaken })}
          >
            <Trans>Make primary</Trans>
          </Button>
        }
      >
        <Trans>Make it primary? It's stronger than {current}, which we ask for first now.</Trans>
      </Notice>
      {failure && (
        <Failure what={<Trans>{name} is still not your primary method.</Trans>} {...failure} />
      )}
    </>
  );
}
