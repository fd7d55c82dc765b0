import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from 'react';

import { buttonClass } from './button.tsx';
import { DotsIcon } from './icons.tsx';
import './menu.css';
import { VisuallyHidden } from './visually-hidden.tsx';

type Props = {
  /** Accessible name of the ⋯ button, and of the menu. */
  label: string;
  children: ReactNode;
  /** Shown on the button in a round tile instead of ⋯, such as initials. */
  icon?: ReactNode;
  /** Text above the items, part of the menu's description. */
  heading?: ReactNode;
};

/**
 * A ⋯ button and its menu of `MenuItem`s, with the keyboard behaviour of the ARIA menu button
 * pattern.
 */
export function Menu({ label, children, icon, heading }: Props) {
  const id = useId();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const menuRef = useRef<HTMLDivElement>(null);

  function handleButtonKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    menuRef.current?.showPopover();
  }

  function handleMenuKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    // Closing first makes Tab move on from the button.
    if (event.key === 'Tab') return event.currentTarget.hidePopover();
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const current = items.findIndex((item) => item === document.activeElement);
    const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    items.at(target === items.length ? 0 : target)?.focus();
  }

  // Safari does not focus a clicked button, so it would not restore the focus by itself.
  function handleBeforeToggle({ newState, currentTarget: menu }: ToggleEvent<HTMLDivElement>) {
    if (newState === 'closed' && menu.contains(document.activeElement)) buttonRef.current?.focus();
  }

  function handleToggle({ newState, currentTarget: menu }: ToggleEvent<HTMLDivElement>) {
    if (newState === 'open') menu.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }

  return (
    <span className="menu-anchor">
      <button
        ref={buttonRef}
        type="button"
        className={`${buttonClass(icon ? 'quiet' : 'secondary')} menu-button`}
        popoverTarget={id}
        aria-haspopup="menu"
        onKeyDown={handleButtonKeyDown}
      >
        <span className={icon ? 'menu-face' : undefined} aria-hidden="true">
          {icon ?? <DotsIcon />}
        </span>
        <VisuallyHidden>{label}</VisuallyHidden>
      </button>
      <div
        ref={menuRef}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        aria-describedby={heading ? `${id}-heading` : undefined}
        className="menu"
        onKeyDown={handleMenuKeyDown}
        onBeforeToggle={handleBeforeToggle}
        onToggle={handleToggle}
      >
        {heading && (
          <div id={`${id}-heading`} role="none">
            {heading}
          </div>
        )}
        {children}
      </div>
    </span>
  );
}
