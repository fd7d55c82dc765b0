import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { profileQuery } from '../../../api/account.ts';
import { serverNow } from '../../../api/server-clock.ts';
import { Button } from '../../../ui/button.tsx';
import { DownloadIcon, PrinterIcon } from '../../../ui/later-icons.tsx';
import './backup-codes.css';
import { CopyButton } from './copy-button.tsx';
import { DownloadLink } from './download-link.tsx';

/** The codes, and three ways to keep them. In print they are all that shows. */
export function BackupCodes({ codes }: { codes: string[] }) {
  const { i18n, t } = useLingui();
  const email = useQuery(profileQuery()).data?.email ?? '';
  const date = i18n.date(serverNow(), { dateStyle: 'long' });
  const heading = email ? t`Backup codes of ${email}` : t`Backup codes`;
  const explanation = t`Made on ${date}. Each code signs you in once, where the code from the app is asked for. Keep them secret.`;
  const file = `${heading}\n${explanation}\n\n${codes.join('\n')}\n`;
  return (
    <>
      <div className="backup-codes">
        <p className="backup-codes-print">
          <strong>{heading}</strong>
          <br />
          <span>{explanation}</span>
        </p>
        <ul className="backup-codes-list" translate="no">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
      <div className="backup-codes-actions">
        <CopyButton text={codes.join('\n')} name={t`Copy codes`} variant="secondary" />
        <DownloadLink fileName="backup-codes.txt" text={file}>
          <DownloadIcon />
          <Trans>Download</Trans>
        </DownloadLink>
        <Button variant="secondary" onClick={() => window.print()}>
          <PrinterIcon />
          <Trans>Print</Trans>
        </Button>
      </div>
    </>
  );
}
