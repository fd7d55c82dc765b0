import { Trans, useLingui } from '@lingui/react/macro';
import { createContext, use } from 'react';

import { passkeyMayBeCopied } from '../api/contract-sign-in.ts';
import { config } from '../api/config.ts';
import { RefusedError } from '../api/errors.ts';
import { explain } from '../api/explain.ts';
import { formatDuration } from '../lib/format.ts';
import { useSecondsLeft } from '../lib/countdown.ts';
import { Alert } from '../ui/notice.tsx';
import { Failure } from '../ui/failure.tsx';
import { MailLink } from '../ui/mail-link.tsx';
import { SentenceGap } from '../ui/sentence-gap.tsx';
import { isWrongProof } from './proof-errors.ts';

/** Whether the page offers another method beside this one. */
export const HasOthers = createContext(false);

/** Why a proof failed and, after too many tries, when to try again. */
export function ProofFailure({ error }: { error: unknown }) {
  if (error instanceof RefusedError && error.status === 403) return <CodesRefused />;
  const { retryAt, ...explanation } = explain(error);
  return retryAt ? <Paused until={retryAt} /> : <Failure {...explanation} />;
}

/** After a hundred wrong codes in a row, no code is accepted any more. */
function CodesRefused() {
  const hasOthers = use(HasOthers);
  return (
    <Alert>
      <Trans>There were too many wrong codes.</Trans>
      <SentenceGap />
      {hasOthers ? (
        <Trans>
          Use another method, or contact <MailLink to={config.supportEmail} />.
        </Trans>
      ) : (
        <Trans>
          Contact <MailLink to={config.supportEmail} /> to get back in.
        </Trans>
      )}
    </Alert>
  );
}

/** @param until milliseconds since the epoch, by this device's clock */
function Paused({ until }: { until: number }) {
  const { i18n } = useLingui();
  const hasOthers = use(HasOthers);
  const seconds = useSecondsLeft(until, Date.now);
  const clock = formatDuration(seconds);
  const time = i18n.date(new Date(until), { timeStyle: 'short' });
  if (seconds === 0)
    return (
      <Alert tone="warn">
        <Trans>You can try again now.</Trans>
      </Alert>
    );
  return (
    <Alert>
      <span>
        <Trans>
          Too many attempts. Try again in <span role="timer">{clock}</span>, at {time}.
        </Trans>
        <SentenceGap />
        {hasOthers && <Trans>You can use another method now.</Trans>}
      </span>
    </Alert>
  );
}

/** Why a passkey proved nothing. */
export function PasskeyProofFailure({ error }: { error: Error }) {
  return isWrongProof(error) ? <PasskeyRefused refusal={error} /> : <ProofFailure error={error} />;
}

/** The server rejected the assertion: the passkey is another account's, deleted, or perhaps copied. */
function PasskeyRefused({ refusal }: { refusal: RefusedError }) {
  const hasOthers = use(HasOthers);
  if (refusal.code === passkeyMayBeCopied) return <MayBeCopied hasOthers={hasOthers} />;
  return (
    <Alert>
      {hasOthers ? (
        <Trans>This passkey wasn't accepted. Try again, or use another method.</Trans>
      ) : (
        <Trans>This passkey wasn't accepted. Try again.</Trans>
      )}
    </Alert>
  );
}

/** Trying again doesn't help: the passkey's counter went back, as it does after a copy was used. */
function MayBeCopied({ hasOthers }: { hasOthers: boolean }) {
  return (
    <Alert>
      <Trans>This passkey wasn't accepted because it may have been copied.</Trans>
      <SentenceGap />
      {hasOthers ? (
        <Trans>Use another method, then set up a new passkey.</Trans>
      ) : (
        <Trans>
          Contact <MailLink to={config.supportEmail} /> to get back in.
        </Trans>
      )}
    </Alert>
  );
}
