import type { ComponentProps, ReactNode } from 'react';

import { WarningIcon } from './icons.tsx';
import './notice.css';
import './tone.css';

type Props = ComponentProps<'div'> & {
  tone: 'info' | 'good' | 'warn' | 'bad';
  icon?: ReactNode;
  /** A button or link at the end of the box. */
  action?: ReactNode;
};

/** A box with information and at most one action. */
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

type AlertProps = { children: ReactNode; tone?: 'bad' | 'warn'; action?: ReactNode };

/** What failed, said at once. Mount it when it happens; screen readers speak what is added. */
export function Alert({ children, tone = 'bad', action }: AlertProps) {
  return (
    <Notice role="alert" tone={tone} icon={<WarningIcon />} action={action}>
      {children}
    </Notice>
  );
}
