import { Trans } from '@lingui/react/macro';

import { CeremonyError } from '../../../passkey/ceremony-error.ts';
import { Failure } from '../../../ui/failure.tsx';
import { explainPasskey } from './explain-passkey.ts';
import { PasskeyNotSavedError } from './make-passkey.ts';

/** Why there is no new passkey, or none that counts. */
export function PasskeyFailure({ error }: { error: Error }) {
  const explanation = explainPasskey(error);
  if (error instanceof PasskeyNotSavedError)
    return <Failure {...explanation} what={<NotSaved isCertain={error.isCertain} />} />;
  const saysAll = error instanceof CeremonyError || explanation.isNeutral;
  return (
    <Failure what={saysAll ? undefined : <Trans>No passkey was made.</Trans>} {...explanation} />
  );
}

function NotSaved({ isCertain }: { isCertain: boolean }) {
  if (!isCertain)
    return (
      <Trans>
        Your device made a passkey, but we could not tell whether your account has it. Try it before
        you rely on it.
      </Trans>
    );
  return (
    <Trans>
      Your device made a passkey, but it was not saved to your account. If your device offers it at
      sign-in, delete it there.
    </Trans>
  );
}
