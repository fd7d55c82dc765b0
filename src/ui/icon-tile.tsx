import type { ReactNode } from 'react';

import './icon-tile.css';
import './tone.css';

type Props = {
  tone?: 'accent' | 'good' | 'warn' | 'bad' | 'neutral';
  /** Large at the top of a page. */
  isLarge?: boolean;
  children: ReactNode;
};

export function IconTile({ tone = 'neutral', isLarge = false, children }: Props) {
  return (
    <span className={`icon-tile tone-${tone}`} data-large={isLarge || undefined}>
      {children}
    </span>
  );
}
