import type { ReactNode } from 'react';

import styles from './badge.module.css';
import tones from './tone.module.css';

type Props = { tone: 'accent' | 'good' | 'neutral' | 'warn'; children: ReactNode };

export function Badge({ tone, children }: Props) {
  return <span className={`${styles['badge']} ${tones[tone]}`}>{children}</span>;
}
