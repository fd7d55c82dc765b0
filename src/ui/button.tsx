import type { ComponentProps, MouseEvent } from 'react';

import './button.css';
import { BusyMark } from './busy-mark.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** Class names that make a link look like a button. */
export function buttonClass(variant: ButtonVariant = 'secondary') {
  return `button button-${variant}`;
}

type Props = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant | undefined;
  isBusy?: boolean | undefined;
  /** Ignores clicks. Show the reason next to it and link it with `aria-describedby`. */
  isDisabled?: boolean | undefined;
};

/**
 * Uses `aria-disabled` instead of `disabled`, so that it keeps the focus while busy or disabled.
 */
export function Button({
  variant,
  isBusy = false,
  isDisabled = false,
  className = '',
  onClick,
  children,
  ...rest
}: Props) {
  const isInert = isBusy || isDisabled;

  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    // The second click of a double click may hit a button that has just moved there. preventDefault
    // also stops forms, because Enter in a field clicks the form's button.
    if (isInert || event.detail > 1) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(variant)} ${className}`}
      aria-disabled={isInert || undefined}
      data-busy={isBusy || undefined}
      onClick={handleClick}
    >
      <span className="button-label">{children}</span>
      {isBusy && <BusyMark />}
    </button>
  );
}
