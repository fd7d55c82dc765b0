import type { ComponentProps, ReactNode } from 'react';

import styles from './notice.module.css';
import tones from './tone.module.css';

type Props = ComponentProps<'div'> & {
  tone: 'info' | 'good' | 'warn' | 'bad';
  icon?: ReactNode;
  /** A button or link at the end of the box. */
  action?: ReactNode;
};

/** A soft box with something to know, and at most one thing to do about it. */
export function Notice({ tone, icon, action, className = '', children, ...rest }: Props) {
  return (
    <div {...rest} className={`${styles['notice']} ${tones[tone]} ${className}`}>
      <div className={styles['main']}>
        {icon && <span className={styles['icon']}>{icon}</span>}
        <div className={styles['words']}>{children}</div>
      </div>
      {action}
    </div>
  );
}
