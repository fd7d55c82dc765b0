import type { ComponentProps, ReactNode } from 'react';

import './notice.css';
import './tone.css';

type Props = ComponentProps<'div'> & {
  tone: 'info' | 'good' | 'warn' | 'bad';
  icon?: ReactNode;
  /** A button or link at the end of the box. */
  action?: ReactNode;
};

/** A soft box with something to know, and at most one thing to do about it. */
export function Notice({ tone, icon, action, className = '', children, ...rest }: Props) {
  return (
    <div {...rest} className={`notice tone-${tone} ${className}`}>
      <div className="notice-main">
        {icon && <span className="notice-icon">{icon}</span>}
        <div className="notice-words">{children}</div>
      </div>
      {action}
    </div>
  );
}
