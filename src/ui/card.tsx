import type { ComponentProps } from 'react';

import './card.css';

/** A raised surface. Brings no padding: rows inside run from edge to edge. */
export function Card({ className = '', ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={`card ${className}`} />;
}
