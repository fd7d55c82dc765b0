import type { ReactNode } from 'react';

import { WarningIcon } from './icons.tsx';
import { Notice } from './notice.tsx';

type Props = { children: ReactNode; tone?: 'bad' | 'warn'; action?: ReactNode };

/** What failed, said at once. Mount it when it happens; screen readers speak what is added. */
export function Alert({ children, tone = 'bad', action }: Props) {
  return (
    <Notice role="alert" tone={tone} icon={<WarningIcon />} action={action}>
      {children}
    </Notice>
  );
}
