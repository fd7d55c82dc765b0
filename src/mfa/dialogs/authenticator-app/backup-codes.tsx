import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';

import { profileQuery } from '../../../api/account.ts';
import { serverNow } from '../../../api/server-clock.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { DownloadIcon, PrinterIcon } from '../../../ui/later-icons.tsx';
import './backup-codes.css';
import { CopyButton } from './copy-button.tsx';

/** The codes, and three ways to keep them. Only they are printed. */
export function BackupCodes({ codes }: { codes: string[] }) {
  const { i18n, t } = useLingui();
  const email = useQuery(profileQuery()).data?.email ?? '';
  const date = i18n.date(serverNow(), { dateStyle: 'long' });
  const heading = email ? t`Backup codes for ${email}` : t`Backup codes`;
  const explanation = t`Created on ${date}. Each code works once, in place of a code from your app. Keep them secret.`;
  const file = `${heading}\n${explanation}\n\n${codes.join('\n')}\n`;
  return (
    <>
      <div className="backup-codes">
        <p className="backup-codes-print">
          <strong>{heading}</strong>
          <br />
          <span>{explanation}</span>
        </p>
        <ul className="backup-codes-list" dir="ltr" translate="no">
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

type DownloadProps = { text: string; fileName: string; children: ReactNode };

/** A link to a text file that exists only in this page, and only as long as the link. */
function DownloadLink({ text, fileName, children }: DownloadProps) {
  const attach = useCallback(
    (link: HTMLAnchorElement) => {
      const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
      link.setAttribute('href', url);
      return () => URL.revokeObjectURL(url);
    },
    [text],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/anchor-is-valid -- Its address is set when it is attached.
    <a ref={attach} className={buttonClass()} download={fileName}>
      {children}
    </a>
  );
}
