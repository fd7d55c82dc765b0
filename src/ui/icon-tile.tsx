import type { ReactNode } from 'react';

import styles from './icon-tile.module.css';
import tones from './tone.module.css';

type Props = {
  tone?: 'accent' | 'good' | 'warn' | 'bad' | 'neutral';
  /** Large heads a page of its own. */
  isLarge?: boolean;
  children: ReactNode;
};

export function IconTile({ tone = 'neutral', isLarge = false, children }: Props) {
  return (
    <span className={`${styles['tile']} ${tones[tone]}`} data-large={isLarge || undefined}>
      {children}
    </span>
  );
}
