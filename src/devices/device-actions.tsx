import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';

import type { DeviceDetails } from '../api/contract-devices.ts';
import { explain, stillTrue } from '../api/explain.ts';
import { serverNow } from '../api/server-clock.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import { ConfirmDialog, deviceWords } from './confirm-dialog.tsx';
import { isTrustedAt } from './describe-device.ts';
import './device-row.css';
import { useRemove, useTrust, useUntrust } from './use-device-changes.ts';
import { type Question, useQuestion } from './use-question.ts';

interface Props {
  device: DeviceDetails;
  name: string;
}

/** Trust, stop trusting, and remove, each with what follows. */
export function DeviceActions({ device, name }: Props) {
  const { question, asking, ask, close } = useQuestion();
  const untrust = useUntrust(device.id, close);
  const remove = useRemove(device.id, name);
  const isTrusted = isTrustedAt(device, serverNow());
  const failureOf = (asked: Question) =>
    asking.error && asking.variables.question === asked && <Failure {...explain(asking.error)} />;
  return (
    <Card>
      {isTrusted ? (
        <Action
          words={<Trans>Its sessions end when you stop trusting it.</Trans>}
          button={
            <Button
              isBusy={asking.isPending && asking.variables.question === 'untrust'}
              onClick={() => ask('untrust', `/devices/${device.id}/untrust`)}
            >
              <Trans>Stop trusting…</Trans>
            </Button>
          }
        >
          {failureOf('untrust')}
        </Action>
      ) : (
        <Trust device={device} />
      )}
      <Action
        words={<Trans>Its sessions end when you remove it.</Trans>}
        button={
          <Button
            isBusy={asking.isPending && asking.variables.question === 'remove'}
            onClick={() => ask('remove', `/devices/${device.id}`)}
          >
            <Trans>Remove device…</Trans>
          </Button>
        }
      >
        {failureOf('remove')}
      </Action>
      {question === 'untrust' && isTrusted && (
        <ConfirmDialog
          title={
            <Trans>
              Stop trusting <bdi>{name}</bdi>?
            </Trans>
          }
          action={<Trans>Stop trusting</Trans>}
          change={untrust}
          onClose={close}
        >
          <SessionsEnd isCurrent={device.isCurrent} />
        </ConfirmDialog>
      )}
      {question === 'remove' && (
        <ConfirmDialog
          title={
            <Trans>
              Remove <bdi>{name}</bdi>?
            </Trans>
          }
          action={<Trans>Remove device</Trans>}
          change={remove}
          onClose={close}
        >
          <SessionsEnd isCurrent={device.isCurrent} />
        </ConfirmDialog>
      )}
    </Card>
  );
}

function SessionsEnd({ isCurrent }: { isCurrent: boolean | null | undefined }) {
  return (
    <p>
      {isCurrent ? (
        <Trans>
          The sessions on this device end. It's the one you're using now, so you'll be signed out
          here.
        </Trans>
      ) : (
        <Trans>The sessions on this device end: whoever uses it has to sign in again.</Trans>
      )}
    </p>
  );
}

function Trust({ device: { deviceFingerprint } }: { device: DeviceDetails }) {
  const { t } = useLingui();
  const reasonId = useId();
  const trust = useTrust();
  const failure = trust.error ? explain(trust.error, deviceWords) : undefined;
  const isWaiting = useIsCoolingDown(failure);
  return (
    <Action
      id={reasonId}
      words={
        deviceFingerprint ? (
          <Trans>Mark a device that is yours. You may still be asked for your second step.</Trans>
        ) : (
          <Trans>This device can't be trusted: the service doesn't know it well enough.</Trans>
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
        <Failure {...failure} what={t(stillTrue(trust.error, msg`It's still not trusted.`))} />
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
