import type { ReactNode } from 'react';

import './badge.css';
import './tone.css';

type Props = { tone: 'accent' | 'good' | 'neutral' | 'pending' | 'warn'; children: ReactNode };

export function Badge({ tone, children }: Props) {
  return <span className={`badge tone-${tone}`}>{children}</span>;
}
