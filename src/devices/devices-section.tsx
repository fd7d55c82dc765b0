import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { Link } from '../lib/link.tsx';
import type { Device } from '../api/contract-devices.ts';
import { deviceQueries } from '../api/devices.ts';
import { explain } from '../api/explain.ts';
import { serverNow } from '../api/server-clock.ts';
import { laterPaths } from '../lib/later-paths.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { Badge } from '../ui/badge.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { deviceKinds, inOrder, isTrustedAt, placeOf } from './describe-device.ts';
import './device-row.css';
import { AsOf, LeftOut, RowsSkeleton } from './list-parts.tsx';
import { isJustNow, useRelativeTime } from './moment.tsx';
import { useDeviceName } from './use-device-name.ts';

/** Every device on which somebody has signed in to this account. */
export function DevicesSection() {
  const { t } = useLingui();
  const isOnline = useIsOnline();
  const { data, error, refetch, dataUpdatedAt } = useQuery(deviceQueries.list());
  return (
    <section aria-labelledby="devices-heading" className="devices-section">
      <h2 id="devices-heading">
        <Trans>Devices</Trans>
      </h2>
      {error && (
        <Failure
          what={data ? undefined : t`We couldn't load your devices.`}
          {...explain(error)}
          onRetry={() => void refetch()}
        />
      )}
      {data && (error || !isOnline) && <AsOf time={dataUpdatedAt} />}
      {data ? (
        <Card>
          {data.entries.length === 0 && data.unreadable === 0 && (
            <p className="device-row">
              <Trans>No devices are listed.</Trans>
            </p>
          )}
          <ul aria-labelledby="devices-heading">
            {inOrder(data.entries).map((device) => (
              <DeviceRow key={device.id} device={device} />
            ))}
          </ul>
          <LeftOut count={data.unreadable}>
            <Plural
              value={data.unreadable}
              one="# device isn't shown because we couldn't read its details."
              other="# devices aren't shown because we couldn't read their details."
            />
          </LeftOut>
        </Card>
      ) : (
        !error && (
          <RowsSkeleton>
            <Trans>Loading your devices</Trans>
          </RowsSkeleton>
        )
      )}
    </section>
  );
}

function DeviceRow({ device }: { device: Device }) {
  const { t } = useLingui();
  const relative = useRelativeTime();
  const name = useDeviceName()(device);
  const place = placeOf(device).join(' · ');
  const { lastSeen } = device;
  const seen = lastSeen && !isJustNow(lastSeen) && relative(lastSeen);
  return (
    <li className="device-row">
      <div className="device-row-words">
        <h3 className="device-row-title">
          <bdi>{name}</bdi>
          {device.isCurrent && <Badge tone="accent">{t`This browser`}</Badge>}
          {isTrustedAt(device, serverNow()) ? (
            <Badge tone="good">{t`Trusted`}</Badge>
          ) : (
            <Badge tone="neutral">{t`Not trusted`}</Badge>
          )}
        </h3>
        <div className="device-row-detail">
          {device.deviceType && <p>{t(deviceKinds[device.deviceType])}</p>}
          {place && (
            <p>
              <bdi>{place}</bdi>
            </p>
          )}
          {seen === false && (
            <p>
              <Trans>Last seen just now.</Trans>
            </p>
          )}
          {seen && (
            <p>
              <Trans>Last seen {seen}.</Trans>
            </p>
          )}
        </div>
      </div>
      <Link to={laterPaths.device(device.id)} className={buttonClass()}>
        <span>
          <Trans>
            Details<VisuallyHidden> of {name}</VisuallyHidden>
          </Trans>
        </span>
      </Link>
    </li>
  );
}
