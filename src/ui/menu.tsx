import { type KeyboardEvent, type ReactNode, type ToggleEvent, useEffect, useRef } from 'react';

import type { MenuButtonProps } from './menu-button.tsx';
import './menu.css';

interface Props extends MenuButtonProps {
  children: ReactNode;
  /** Text above the items, part of the menu's description. */
  heading?: ReactNode;
}

/**
 * The menu of a `MenuButton`, with `MenuItem`s and the keyboard behaviour of the ARIA menu button
 * pattern. Opens as it appears.
 */
export function Menu({ id, label, buttonRef, children, heading }: Props) {
  const menuRef = useRef<HTMLDivElement>(null);

  useEffect(() => menuRef.current?.showPopover(), []);

  function handleKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    // Closing first makes Tab move on from the button.
    if (event.key === 'Tab') return event.currentTarget.hidePopover();
    const items = shownItems(event.currentTarget);
    const current = items.findIndex((item) => item.matches(':focus'));
    const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    items.at(target === items.length ? 0 : target)?.focus();
  }

  // Safari does not focus a clicked button, so it would not restore the focus by itself.
  function handleBeforeToggle({ newState, currentTarget: menu }: ToggleEvent<HTMLDivElement>) {
    if (newState === 'closed' && menu.matches(':focus-within')) buttonRef.current?.focus();
  }

  function handleToggle({ newState, currentTarget: menu }: ToggleEvent<HTMLDivElement>) {
    if (newState === 'open') shownItems(menu)[0]?.focus();
  }

  return (
    <div
      ref={menuRef}
      id={id}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      aria-describedby={heading ? `${id}-heading` : undefined}
      className="menu"
      onKeyDown={handleKeyDown}
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
  );
}

/** Some items show only on narrow screens. */
function shownItems(menu: HTMLElement): HTMLElement[] {
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  return items.filter((item) => item.checkVisibility());
}
