import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';

import type { DeviceDetails } from '../api/contract-devices.ts';
import { explain, outcomeUnknown } from '../api/explain.ts';
import { serverNow } from '../api/server-clock.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import { ConfirmDialog, deviceRefusals } from './confirm-dialog.tsx';
import { isTrustedAt } from './describe-device.ts';
import './device-row.css';
import { useRemove, useTrust, useUntrust } from './use-device-changes.ts';
import { useQuestion } from './use-question.ts';

interface Props {
  device: DeviceDetails;
  name: string;
  /** The device could not be refetched, so nobody knows what a failed change left behind. */
  isStale: boolean;
}

/** Trust, stop trusting, and remove, each with what follows. */
export function DeviceActions({ device, name, isStale }: Props) {
  const { question, ask, close } = useQuestion();
  const untrust = useUntrust(device.id, close);
  const remove = useRemove(device.id, name);
  const isTrusted = isTrustedAt(device, serverNow());
  return (
    <Card>
      {isTrusted ? (
        <Action
          words={<Trans>If you stop trusting this device, it will be signed out.</Trans>}
          button={
            <Button onClick={() => ask('untrust')}>
              <Trans>Stop trusting…</Trans>
            </Button>
          }
        />
      ) : (
        <Trust device={device} isStale={isStale} />
      )}
      <Action
        words={<Trans>If you remove this device, it will be signed out.</Trans>}
        button={
          <Button onClick={() => ask('remove')}>
            <Trans>Remove device…</Trans>
          </Button>
        }
      />
      {question === 'untrust' && isTrusted && (
        <ConfirmDialog
          path={`/devices/${device.id}/untrust`}
          title={
            <Trans>
              Stop trusting <bdi>{name}</bdi>?
            </Trans>
          }
          action={<Trans>Stop trusting</Trans>}
          change={untrust}
          unchanged={msg`This device is still trusted.`}
          isStale={isStale}
          onClose={close}
        >
          <SignedOut isCurrent={device.isCurrent} />
        </ConfirmDialog>
      )}
      {question === 'remove' && (
        <ConfirmDialog
          path={`/devices/${device.id}`}
          title={
            <Trans>
              Remove <bdi>{name}</bdi>?
            </Trans>
          }
          action={<Trans>Remove device</Trans>}
          change={remove}
          unchanged={msg`This device wasn't removed.`}
          isStale={isStale}
          onClose={close}
        >
          <SignedOut isCurrent={device.isCurrent} />
        </ConfirmDialog>
      )}
    </Card>
  );
}

function SignedOut({ isCurrent }: Pick<DeviceDetails, 'isCurrent'>) {
  return (
    <p>
      {isCurrent ? (
        <Trans>You're using this device now, so you'll be signed out here.</Trans>
      ) : (
        <Trans>This signs the device out. Whoever uses it will have to sign in again.</Trans>
      )}
    </p>
  );
}

function Trust({ device: { deviceFingerprint }, isStale }: Pick<Props, 'device' | 'isStale'>) {
  const { t } = useLingui();
  const reasonId = useId();
  const trust = useTrust();
  const failure = trust.error ? explain(trust.error, deviceRefusals) : undefined;
  const isWaiting = useIsCoolingDown(failure);
  return (
    <Action
      id={reasonId}
      words={
        deviceFingerprint ? (
          <Trans>Mark this device as yours. You may still be asked for your second step.</Trans>
        ) : (
          <Trans>You can't trust this device because we don't know enough about it.</Trans>
        )
      }
      button={
        <Button
          isBusy={trust.isPending}
          isDisabled={isWaiting || !deviceFingerprint}
          aria-describedby={reasonId}
          onClick={() => deviceFingerprint && trust.mutate(deviceFingerprint)}
        >
          <Trans>Trust this device</Trans>
        </Button>
      }
    >
      {failure && (
        <Failure
          {...failure}
          what={t(isStale ? outcomeUnknown : msg`This device still isn't trusted.`)}
        />
      )}
    </Action>
  );
}

interface ActionProps {
  id?: string;
  words: ReactNode;
  button: ReactNode;
  /** The answer to it. */
  children?: ReactNode;
}

function Action({ id, words, button, children }: ActionProps) {
  return (
    <div className="device-row">
      <p id={id} className="device-row-words device-row-detail">
        {words}
      </p>
      {button}
      {children && <div className="device-row-answer">{children}</div>}
    </div>
  );
}
