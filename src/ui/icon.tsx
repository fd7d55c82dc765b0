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

/** An icon of one stroke, in the colour of the text around it. */
// Marked as pure, so that the bundler drops unused icons.
// @__NO_SIDE_EFFECTS__
export const line = (d: string, isDirectional = false) =>
  function LineIcon() {
    return (
      <Icon isDirectional={isDirectional}>
        <path d={d} />
      </Icon>
    );
  };
