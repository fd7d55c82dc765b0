import { Trans, useLingui } from '@lingui/react/macro';

/** Said where what is shown could not be refetched. */
export function LastUpdated({ at }: { /** Milliseconds since the epoch. */ at: number }) {
  const { i18n } = useLingui();
  const time = i18n.date(new Date(at), { timeStyle: 'short' });
  return <Trans>Last updated at {time}.</Trans>;
}
