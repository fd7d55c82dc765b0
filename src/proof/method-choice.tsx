import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';

import { isMfaType, type MfaStatus, type MfaType, mfaTypes } from '../api/contract.ts';
import { methodNames } from '../api/methods.ts';
import { browserStorage } from '../lib/storage.ts';
import { Button } from '../ui/button.tsx';
import { KeyIcon, MailIcon, PhoneIcon } from '../ui/icons.tsx';
import './proof.css';
import { HasOthers } from './proof-failure.tsx';
import { ProveMethod } from './prove-method.tsx';

const icons: Record<MfaType, ReactNode> = {
  PASSKEY: <KeyIcon />,
  GOOGLE_AUTH: <PhoneIcon />,
  MAGIC_LINK: <MailIcon />,
};

/** Asks for the person's usual method; the other methods that are on are one click away. */
export function MethodChoice({ status }: { status: MfaStatus }) {
  const { t } = useLingui();
  const enabled = mfaTypes.filter((mfaType) => status.enabledMethods.includes(mfaType));
  const primary = enabled.find((mfaType) => mfaType === status.primaryMethod);
  const [chosen, setChosen] = useState<MfaType>();
  const current = chosen && enabled.includes(chosen) ? chosen : firstMethod(enabled, primary);
  const others = enabled.filter((mfaType) => mfaType !== current);

  function choose(mfaType: MfaType) {
    rememberMethod(mfaType, primary);
    setChosen(mfaType);
  }

  if (!current) {
    return (
      <p>
        <Trans>This version of the page doesn't support the method that's on.</Trans>
      </p>
    );
  }
  return (
    <>
      <HasOthers value={others.length > 0}>
        <ProveMethod key={current} mfaType={current} offersPasskey={others.includes('PASSKEY')} />
      </HasOthers>
      {others.length > 0 && (
        <div className="proof-others">
          {others.map((mfaType) => {
            const name = t(methodNames[mfaType]);
            return (
              <Button key={mfaType} variant="quiet" onClick={() => choose(mfaType)}>
                {icons[mfaType]} <Trans>Use {name}</Trans>
              </Button>
            );
          })}
        </div>
      )}
    </>
  );
}

/** Holds the method last chosen in this browser, and what was primary then. Nothing secret. */
const storageKey = 'second-step-method';

/**
 * Which method to ask for first: the one last chosen in this browser, until another becomes primary;
 * then the primary one; otherwise the first.
 */
export function firstMethod(enabled: MfaType[], primary: MfaType | undefined): MfaType | undefined {
  const [chosen = '', primaryThen] = (browserStorage.read(storageKey) ?? '').split(' ');
  const isRemembered = isMfaType(chosen) && primaryThen === String(primary);
  return [isRemembered ? chosen : undefined, primary, enabled[0]].find(
    (mfaType) => mfaType && enabled.includes(mfaType),
  );
}

export function rememberMethod(mfaType: MfaType, primary: MfaType | undefined): void {
  browserStorage.write(storageKey, `${mfaType} ${String(primary)}`);
}
