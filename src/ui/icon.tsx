import type { ReactNode } from 'react';

import './icons.css';

function Icon({ children, isDirectional }: { children: ReactNode; isDirectional?: boolean }) {
  return (
    <svg
      className={isDirectional ? 'icons-directional' : undefined}
      width="1.25em"
      height="1.25em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** An icon drawn with one line, in the colour of the words around it. */
// Marked pure, so that icons nobody shows are left out of the bundle.
// @__NO_SIDE_EFFECTS__
export const line = (d: string, isDirectional = false) =>
  function LineIcon() {
    return (
      <Icon isDirectional={isDirectional}>
        <path d={d} />
      </Icon>
    );
  };
