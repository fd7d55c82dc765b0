import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';

import { useIsSlow } from '../lib/use-is-slow.ts';
import { Card } from './card.tsx';
import { IconTile } from './icon-tile.tsx';
import './outcome.css';
import { Spinner } from './spinner.tsx';

interface Props {
  icon: ReactNode;
  tone?: 'accent' | 'good' | 'warn' | 'bad' | 'neutral';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A page with one message and the next step. Its heading takes the focus when it changes. */
export function Outcome({ icon, tone = 'neutral', title, children, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);

  return (
    <Card className="outcome">
      <title>{title}</title>
      <IconTile tone={tone}>{icon}</IconTile>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children && <div className="outcome-words">{children}</div>}
      {actions && <div className="outcome-actions">{actions}</div>}
    </Card>
  );
}

/** The page behind an emailed link while its answer is awaited. After 5 seconds it says that it is slow. */
export function WorkingOutcome({ title }: { title: string }) {
  const isSlow = useIsSlow(true);
  return (
    <Outcome icon={<Spinner />} title={title}>
      <p role="status">{isSlow && <Trans>Still working</Trans>}</p>
    </Outcome>
  );
}
