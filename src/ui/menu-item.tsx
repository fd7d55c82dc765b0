import { type MouseEvent, type ReactNode, useId } from 'react';

import './menu.css';

type Props = {
  onSelect: () => void;
  children: ReactNode;
  tone?: 'danger' | undefined;
  className?: string | undefined;
  isDisabled?: boolean | undefined;
  /** Why it is disabled, shown under the label. */
  reason?: ReactNode;
};

export function MenuItem({
  onSelect,
  children,
  tone,
  className = '',
  isDisabled = false,
  reason,
}: Props) {
  const id = useId();

  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (isDisabled) return;
    // First, so that a dialog that opens now returns the focus to the menu's button.
    event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
    onSelect();
  }

  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={`menu-item ${className}`}
      data-tone={tone}
      aria-disabled={isDisabled || undefined}
      aria-labelledby={id}
      aria-describedby={reason ? `${id}-reason` : undefined}
      onClick={handleClick}
    >
      <span id={id}>{children}</span>
      {reason && (
        <span id={`${id}-reason`} className="menu-reason">
          {reason}
        </span>
      )}
    </button>
  );
}
