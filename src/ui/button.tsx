import type { ComponentProps, MouseEvent } from 'react';

import './button.css';
import { BusyMark } from './busy-mark.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** The look of a button, for links that stand where a button would. */
export function buttonClass(variant: ButtonVariant = 'secondary') {
  return `button button-${variant}`;
}

type Props = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant | undefined;
  isBusy?: boolean | undefined;
  /** Clicks are ignored; give the reason beside it and tie it with `aria-describedby`. */
  isDisabled?: boolean | undefined;
};

/** Busy or disabled, it keeps the focus and stays readable: `aria-disabled`, never `disabled`. */
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
    // The second click of a double click may hit what has moved under it meanwhile. Prevented, it also
    // stops the form: Enter in a field submits by clicking the form's button.
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
