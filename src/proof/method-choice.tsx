import './words.ts';

import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';

import { type MfaStatus, type MfaType, mfaTypes } from '../api/contract.ts';
import { methodNames } from '../api/methods.ts';
import { Button } from '../ui/button.tsx';
import { KeyIcon, MailIcon, PhoneIcon } from '../ui/icons.tsx';
import './proof.css';
import { HasOthers } from './has-others.ts';
import { ProveMethod } from './prove-method.tsx';
import { firstMethod, rememberMethod } from './remembered-method.ts';

const icons: Record<MfaType, ReactNode> = {
  PASSKEY: <KeyIcon />,
  GOOGLE_AUTH: <PhoneIcon />,
  MAGIC_LINK: <MailIcon />,
};

/** Asks for one of the methods that are on: the usual one at once, the others one click away. */
export function MethodChoice({ status }: { status: MfaStatus }) {
  const { t } = useLingui();
  const methods = mfaTypes.filter((type) => status.enabledMethods.includes(type));
  const primary = methods.find((method) => method === status.primaryMethod);
  const [chosen, setChosen] = useState<MfaType>();
  const current = chosen && methods.includes(chosen) ? chosen : firstMethod(methods, primary);
  const others = methods.filter((method) => method !== current);

  function choose(method: MfaType) {
    rememberMethod(method, primary);
    setChosen(method);
  }

  if (!current) {
    return (
      <p>
        <Trans>This version of the page does not support the method that is on.</Trans>
      </p>
    );
  }
  return (
    <>
      <HasOthers value={others.length > 0}>
        <ProveMethod key={current} method={current} offersPasskey={others.includes('PASSKEY')} />
      </HasOthers>
      {others.length > 0 && (
        <div className="proof-others">
          {others.map((method) => {
            const name = t(methodNames[method]);
            return (
              <Button key={method} variant="quiet" onClick={() => choose(method)}>
                {icons[method]} <Trans>Use {name}</Trans>
              </Button>
            );
          })}
        </div>
      )}
    </>
  );
}
