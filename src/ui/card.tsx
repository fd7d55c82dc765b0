import type { ComponentProps } from 'react';

import './card.css';

/** A raised surface without padding, so that rows reach its edges. */
export function Card({ className = '', ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={`card ${className}`} />;
}
