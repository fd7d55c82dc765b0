import { type ReactNode, useCallback } from 'react';

import { buttonClass } from '../../../ui/button.tsx';

type Props = { text: string; fileName: string; children: ReactNode };

/** A link to a text file that lives in this page alone, and no longer than the link. */
export function DownloadLink({ text, fileName, children }: Props) {
  const attach = useCallback(
    (link: HTMLAnchorElement) => {
      const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
      link.setAttribute('href', url);
      return () => URL.revokeObjectURL(url);
    },
    [text],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/anchor-is-valid -- Its address is made when it is there.
    <a ref={attach} className={buttonClass()} download={fileName}>
      {children}
    </a>
  );
}
