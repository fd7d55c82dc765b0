import { Trans } from '@lingui/react/macro';

import { type Explanation, explain } from '../../../api/explain.ts';
import { CeremonyError } from '../../../passkey/ceremony-error.ts';
import { Failure } from '../../../ui/failure.tsx';
import { PasskeyNotSavedError } from './make-passkey.ts';

/** Why no passkey was made, or why the new one was not saved. */
export function PasskeyFailure({ error }: { error: Error }) {
  const explanation = explainPasskey(error);
  if (error instanceof PasskeyNotSavedError)
    return <Failure {...explanation} what={<NotSaved isCertain={error.isCertain} />} />;
  const saysAll = error instanceof CeremonyError || explanation.isNeutral;
  return (
    <Failure what={saysAll ? undefined : <Trans>No passkey was created.</Trans>} {...explanation} />
  );
}

export function explainPasskey(error: Error): Explanation {
  if (!(error instanceof PasskeyNotSavedError)) return explain(error);
  // Never neutral: a useless passkey is left on the device.
  return { ...explain(error.cause), isNeutral: false };
}

function NotSaved({ isCertain }: { isCertain: boolean }) {
  if (!isCertain)
    return (
      <Trans>
        Your device created a passkey, but we couldn't tell whether it was saved to your account.
        Test it before you rely on it.
      </Trans>
    );
  return (
    <Trans>
      Your device created a passkey, but it wasn't saved to your account. If your device offers it
      at sign-in, delete it there.
    </Trans>
  );
}
