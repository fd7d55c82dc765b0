import type { ReactNode } from 'react';

import './icon-tile.css';
import './tone.css';

type Props = {
  tone?: 'accent' | 'good' | 'warn' | 'bad' | 'neutral';
  children: ReactNode;
};

export function IconTile({ tone = 'neutral', children }: Props) {
  return <span className={`icon-tile tone-${tone}`}>{children}</span>;
}
