import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { Link } from '../../lib/link.tsx';
import { isMfaType, type MfaType } from '../../api/contract.ts';
import { explain } from '../../api/explain.ts';
import { methodNames } from '../../api/methods.ts';
import { mfaQueries, useMakePrimary } from '../../api/mfa.ts';
import { useIsCoolingDown } from '../../lib/countdown.ts';
import { pageRoot } from '../../lib/page-root.ts';
import { addWords } from '../../lib/words.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Failure } from '../../ui/failure.tsx';
import { CheckIcon } from '../../ui/later-icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { isStronger } from '../describe-methods.ts';
import { type JustSetUp, useSetJustSetUp } from '../just-set-up.ts';
import { SavedIn } from '../owned/passkey-label.tsx';
import { dialogPath, fromSettings } from '../use-dialog-route.ts';
import { messages } from './locales/en.po';

// Loaded only after a set-up.
addWords(messages);

/** By the present primary method. A passkey is none of them: nothing is stronger. */
const offers: Partial<Record<MfaType, MessageDescriptor>> = {
  GOOGLE_AUTH: msg`Make it primary? It's stronger than your authenticator app, which we ask for first now.`,
  MAGIC_LINK: msg`Make it primary? It's stronger than a magic link, which we ask for first now.`,
};

/**
 * The end of a set-up, in the method's row: what was set up, a test, and where it is stronger than the
 * present primary method the offer to make it primary.
 */
export function JustSetUpNotice({ mfaType, label }: JustSetUp) {
  const { t } = useLingui();
  const setJustSetUp = useSetJustSetUp();
  const { data: status } = useQuery(mfaQueries.status());
  const makePrimary = useMakePrimary();
  const failure = makePrimary.error && explain(makePrimary.error);
  const isWaiting = useIsCoolingDown(failure);
  const name = t(methodNames[mfaType]);
  const primary = status?.primaryMethod;
  const isOffered = isStronger(mfaType, primary);
  const offer = isOffered && primary && isMfaType(primary) ? offers[primary] : undefined;
  // The button that had the focus is gone then.
  const focusRow = () => pageRoot().getElementById(mfaType)?.focus();

  function handleDismiss() {
    setJustSetUp(null);
    focusRow();
  }

  return (
    <>
      <Notice
        tone="good"
        icon={<CheckIcon />}
        action={
          <div className="notice-actions">
            <Link className={buttonClass()} to={dialogPath('test', mfaType)} state={fromSettings}>
              <Trans>Test it now</Trans>
            </Link>
            {offer && (
              <Button
                aria-label={t`Make ${name} primary`}
                isBusy={makePrimary.isPending}
                isDisabled={isWaiting}
                onClick={() => makePrimary.mutate(mfaType, { onSuccess: focusRow })}
              >
                <Trans>Make primary</Trans>
              </Button>
            )}
            <Button variant="quiet" onClick={handleDismiss}>
              <Trans>Dismiss</Trans>
            </Button>
          </div>
        }
      >
        <p>
          <Done mfaType={mfaType} />
        </p>
        {label && (
          <p>
            <SavedIn label={label} />
          </p>
        )}
        {offer && <p>{t(offer)}</p>}
      </Notice>
      {failure && (
        <Failure what={<Trans>{name} is still not your primary method.</Trans>} {...failure} />
      )}
    </>
  );
}

function Done({ mfaType }: { mfaType: MfaType }) {
  switch (mfaType) {
    case 'PASSKEY':
      return <Trans>Passkey added.</Trans>;
    case 'GOOGLE_AUTH':
      return <Trans>Your authenticator app is set up.</Trans>;
    case 'MAGIC_LINK':
      return <Trans>Magic link is on.</Trans>;
  }
}
