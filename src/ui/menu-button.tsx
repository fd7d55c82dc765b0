import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  Suspense,
  useId,
  useRef,
  useState,
} from 'react';

import { pageRoot } from '../lib/page-root.ts';
import { preload } from '../lib/preload.ts';
import { buttonClass } from './button.tsx';
import { DotsIcon } from './icons.tsx';
import './menu-button.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What a `Menu` needs to know of its button. */
export interface MenuButtonProps {
  id: string;
  label: string;
  buttonRef: RefObject<HTMLButtonElement | null>;
}

type Props = {
  /** Accessible name of the ⋯ button, and of the menu. */
  label: string;
  /** Shown on the button in a round tile instead of ⋯, such as initials. */
  icon?: ReactNode;
  /** Loads the code of the menu. */
  load: () => Promise<unknown>;
  /** Renders a `Menu`, which may be lazy: it opens as soon as it has loaded. */
  children: (button: MenuButtonProps) => ReactNode;
};

/** A ⋯ button. Its menu is not in the first load, nor on the page before somebody wants it. */
export function MenuButton({ label, icon, load, children }: Props) {
  const id = useId();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const [isWanted, setIsWanted] = useState(false);

  function handleClick(event: MouseEvent) {
    if (isWanted) return;
    // The menu shows itself when it appears, and the browser would close it again in the same click.
    event.preventDefault();
    setIsWanted(true);
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setIsWanted(true);
    pageRoot().getElementById(id)?.showPopover();
  }

  return (
    <span className="menu-anchor">
      <button
        ref={buttonRef}
        type="button"
        className={`${buttonClass(icon ? 'quiet' : 'secondary')} menu-button`}
        popoverTarget={id}
        aria-haspopup="menu"
        onClick={handleClick}
        onFocus={() => preload(load)}
        onPointerEnter={() => preload(load)}
        onKeyDown={handleKeyDown}
      >
        <span className={icon ? 'menu-face' : undefined} aria-hidden="true">
          {icon ?? <DotsIcon />}
        </span>
        <VisuallyHidden>{label}</VisuallyHidden>
      </button>
      {isWanted && <Suspense>{children({ id, label, buttonRef })}</Suspense>}
    </span>
  );
}
