import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { isMfaType, type MfaStatus, type MfaType, mfaTypes } from '../api/contract.ts';
import { useSecondsLeft } from '../lib/countdown.ts';
import { browserStorage } from '../lib/storage.ts';
import { Button } from '../ui/button.tsx';
import { KeyIcon, MailIcon, PhoneIcon } from '../ui/icons.tsx';
import { ListIcon } from '../ui/later-icons.tsx';
import './proof.css';
import { proofPauseQuery } from './proof-errors.ts';
import { HasOthers } from './proof-failure.tsx';
import { ProveByCode } from './prove-by-code.tsx';
import { ProveMethod } from './prove-method.tsx';

const icons: Record<MfaType, ReactNode> = {
  PASSKEY: <KeyIcon />,
  GOOGLE_AUTH: <PhoneIcon />,
  MAGIC_LINK: <MailIcon />,
};

const useInstead: Record<MfaType, MessageDescriptor> = {
  PASSKEY: msg`Use a passkey`,
  GOOGLE_AUTH: msg`Use your authenticator app`,
  MAGIC_LINK: msg`Use a magic link`,
};

/** Asks for the person's usual method; the other methods that are on are one click away. */
export function MethodChoice({ status }: { status: MfaStatus }) {
  const { t } = useLingui();
  const enabled = mfaTypes.filter((mfaType) => status.enabledMethods.includes(mfaType));
  const primary = enabled.find((mfaType) => mfaType === status.primaryMethod);
  const [chosen, setChosen] = useState<MfaType | 'BACKUP_CODE'>();
  const areCodesChecked = useAreCodesChecked();
  // Backup codes come with the app.
  const hasBackupCodes = enabled.includes('GOOGLE_AUTH');
  const isBackup = chosen === 'BACKUP_CODE' && hasBackupCodes;
  const first = firstMethod(enabled, primary);
  const current = enabled.find((mfaType) => mfaType === chosen) ?? first;

  if (!current) {
    return (
      <p>
        <Trans>This version of the page doesn't support the method that's on.</Trans>
      </p>
    );
  }
  const others = enabled.filter((mfaType) => isBackup || mfaType !== current);
  // Wrong codes of either kind count together.
  const hasOthers = others.some((mfaType) => !isBackup || mfaType !== 'GOOGLE_AUTH');
  return (
    <>
      <HasOthers value={hasOthers}>
        {isBackup ? (
          <ProveByCode key="BACKUP_CODE" kind="backup" />
        ) : (
          <ProveMethod
            key={current}
            mfaType={current}
            offersPasskey={others.includes('PASSKEY')}
            onProven={() => rememberMethod(current, primary)}
          />
        )}
      </HasOthers>
      <div className="proof-others">
        {hasBackupCodes && !isBackup && areCodesChecked && (
          <Button variant="quiet" onClick={() => setChosen('BACKUP_CODE')}>
            <ListIcon /> <Trans>Use a backup code instead</Trans>
          </Button>
        )}
        {others.map((mfaType) => (
          <Button key={mfaType} variant="quiet" onClick={() => setChosen(mfaType)}>
            {icons[mfaType]} {t(useInstead[mfaType])}
          </Button>
        ))}
      </div>
    </>
  );
}

/** False after too many wrong codes: for a while, every code is refused, backup codes included. */
function useAreCodesChecked(): boolean {
  const { data: pausedUntil } = useQuery(proofPauseQuery());
  return useSecondsLeft(pausedUntil, Date.now) === 0;
}

/** Holds the method that last succeeded in this browser, and what was primary then. Nothing secret. */
const storageKey = 'second-step-method';

/**
 * Which method to ask for first: the one that last succeeded in this browser, until another becomes
 * primary, unless it is weaker than the primary one; then the primary one; otherwise the first.
 */
export function firstMethod(enabled: MfaType[], primary: MfaType | undefined): MfaType | undefined {
  const [used = '', primaryThen] = (browserStorage.read(storageKey) ?? '').split(' ');
  const isRemembered =
    isMfaType(used) && primaryThen === String(primary) && !isWeaker(used, primary);
  return [isRemembered ? used : undefined, primary, enabled[0]].find(
    (mfaType) => mfaType && enabled.includes(mfaType),
  );
}

export function rememberMethod(mfaType: MfaType, primary: MfaType | undefined): void {
  browserStorage.write(storageKey, `${mfaType} ${String(primary)}`);
}

/** The order of `mfaTypes` is from strong to weak. */
function isWeaker(mfaType: MfaType, primary: MfaType | undefined): boolean {
  return primary !== undefined && mfaTypes.indexOf(mfaType) > mfaTypes.indexOf(primary);
}
