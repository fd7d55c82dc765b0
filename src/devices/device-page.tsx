import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';

import { Link } from '../lib/link.tsx';
import type { DeviceDetails } from '../api/contract-devices.ts';
import { deviceQueries } from '../api/devices.ts';
import { RefusedError } from '../api/errors.ts';
import { explain } from '../api/explain.ts';
import { serverNow } from '../api/server-clock.ts';
import { readTokens } from '../api/tokens.ts';
import { paths } from '../lib/paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import { BackIcon } from '../ui/later-icons.tsx';
import { deviceKinds, isTrustedAt, placeOf } from './describe-device.ts';
import { listSessions } from './describe-sessions.ts';
import { DeviceActions } from './device-actions.tsx';
import './device-row.css';
import { deviceRefusals } from './confirm-dialog.tsx';
import { AsOf, LeftOut, RowsSkeleton } from './list-parts.tsx';
import { Fact, SessionRow } from './session-row.tsx';
import { useDeviceName } from './use-device-name.ts';

/** One device with its sessions, and what can be done about it. */
export function DevicePage({ id }: { id: string }) {
  const { t } = useLingui();
  const nameOf = useDeviceName();
  const { data, error, refetch, dataUpdatedAt } = useQuery(deviceQueries.details(id));
  // It has been removed since: what was read of it is no longer so.
  const isGone = error instanceof RefusedError && error.status === 404;
  const device = isGone ? undefined : data;
  return (
    <DeviceFrame title={device ? nameOf(device) : t`Device`}>
      {error && (
        <Failure
          what={device ? undefined : t`We couldn't load this device.`}
          {...explain(error, deviceRefusals)}
          onRetry={isGone ? undefined : () => void refetch()}
        />
      )}
      {device && error && <AsOf time={dataUpdatedAt} />}
      {device ? (
        <>
          <DeviceFacts device={device} />
          <DeviceSessions device={device} />
          <DeviceActions device={device} name={nameOf(device)} isStale={error !== null} />
        </>
      ) : (
        !error && (
          <RowsSkeleton>
            <Trans>Loading this device</Trans>
          </RowsSkeleton>
        )
      )}
    </DeviceFrame>
  );
}

function DeviceFrame({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The link that had the focus is on the page before.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="devices-page">
      <title>{title}</title>
      <header>
        <Link to={paths.devices} className="device-row-link">
          <BackIcon /> <Trans>All devices</Trans>
        </Link>
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
      </header>
      {children}
    </div>
  );
}

function DeviceFacts({ device }: { device: DeviceDetails }) {
  const { t } = useLingui();
  const { isCurrent, deviceType, createdAt, lastSeen, trustExpiresAt } = device;
  const isTrusted = isTrustedAt(device, serverNow());
  const place = placeOf(device).join(' · ');
  return (
    <Card className="device-row">
      <div className="device-row-words">
        <p className="device-row-title">
          {isCurrent && <Badge tone="accent">{t`This browser`}</Badge>}
          {isTrusted ? (
            <Badge tone="good">{t`Trusted`}</Badge>
          ) : (
            <Badge tone="neutral">{t`Not trusted`}</Badge>
          )}
        </p>
        <dl className="device-row-facts">
          {deviceType && <Words name={t`Device type`}>{t(deviceKinds[deviceType])}</Words>}
          {place && (
            <Words name={t`Last location`}>
              <bdi>{place}</bdi>
            </Words>
          )}
          {createdAt && <Fact name={t`First seen`} time={createdAt} />}
          {lastSeen && <Fact name={t`Last seen`} time={lastSeen} />}
          {isTrusted && trustExpiresAt && <Fact name={t`Trusted until`} time={trustExpiresAt} />}
        </dl>
      </div>
    </Card>
  );
}

function Words({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function DeviceSessions({ device: { sessions } }: { device: DeviceDetails }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const listed = listSessions(sessions, readTokens()?.tokenId);
  return (
    <section aria-labelledby="device-sessions" className="devices-section">
      <h2 id="device-sessions" ref={heading} tabIndex={-1}>
        <Trans>Sessions on this device</Trans>
      </h2>
      <Card>
        {listed.length === 0 && sessions.unreadable === 0 && (
          <p className="device-row">
            <Trans>Nobody is signed in on this device.</Trans>
          </p>
        )}
        <ul aria-labelledby="device-sessions">
          {listed.map((each) => (
            <SessionRow
              key={each.session.id}
              listed={each}
              onEnded={() => heading.current?.focus()}
            />
          ))}
        </ul>
        <LeftOut count={sessions.unreadable}>
          <Plural
            value={sessions.unreadable}
            one="# session isn't shown because we couldn't read its details."
            other="# sessions aren't shown because we couldn't read their details."
          />
        </LeftOut>
      </Card>
    </section>
  );
}
