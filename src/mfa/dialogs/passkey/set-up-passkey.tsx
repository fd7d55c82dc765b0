import { useQuery } from '@tanstack/react-query';

import { passkeyCapabilityQuery } from '../../../passkey/passkey-capability.ts';
import { useCloseDialog } from '../../use-dialog-route.ts';
import { CreatePasskey } from './create-passkey.tsx';
import { NoPasskeysHere } from './no-passkeys-here.tsx';
import { PasskeyCreated } from './passkey-created.tsx';
import { useRegisterPasskey } from './use-register-passkey.ts';

export function SetUpPasskey() {
  const close = useCloseDialog();
  const { data: capability } = useQuery(passkeyCapabilityQuery());
  const register = useRegisterPasskey();
  if (register.data) return <PasskeyCreated credential={register.data} onClose={close} />;
  if (capability === 'unsupported' || capability === 'insecure')
    return <NoPasskeysHere reason={capability} onClose={close} />;
  return <CreatePasskey capability={capability} register={register} onClose={close} />;
}
