import { Trans } from '@lingui/react/macro';
import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';

import './dialog.css';
import { addWords } from '../lib/words.ts';
import { CloseIcon } from './later-icons.tsx';
import { LiveRegion } from './live-region.tsx';
import { usePageTitle } from './use-page-title.ts';
import { messages } from './locales/en.po';
import { VisuallyHidden } from './visually-hidden.tsx';

// Only lazy parts use dialogs, so the words load with them.
addWords(messages);

type Props = {
  title: ReactNode;
  /** Called on Esc, Android's Back and ×. Unmount the dialog to close it. */
  onClose: () => void;
  children?: ReactNode;
  /** The buttons, with the main one last. */
  footer?: ReactNode;
  /** While true the dialog cannot be closed. */
  isBusy?: boolean | undefined;
  /**
   * What follows from the action that the dialog asks about; it makes the dialog an `alertdialog`.
   * Screen readers read it out with the title, so it must not change by itself.
   */
  consequences?: ReactNode;
  /** It has one step and nothing to type: on a phone, it is as high as its words. */
  isBrief?: boolean;
};

/**
 * Modal while mounted. The focus starts on `[data-autofocus]` if there is one, otherwise on the
 * heading.
 */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  isBusy = false,
  consequences,
  isBrief,
}: Props) {
  const dialogRef = useRef<HTMLDialogElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const consequencesId = useId();
  usePageTitle(headingRef);

  // A layout effect, because the browser restores the focus only while the dialog is in the page.
  useLayoutEffect(() => {
    const dialog = dialogRef.current;
    if (!dialog) return undefined;
    dialog.showModal();
    (dialog.querySelector<HTMLElement>('[data-autofocus]') ?? headingRef.current)?.focus();
    return () => dialog.close();
  }, []);

  function handleCancel(event: SyntheticEvent<HTMLDialogElement>) {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    if (!isBusy) onClose();
  }

  // Chromium closes on a second Esc without asking.
  function handleForcedClose({ currentTarget: dialog }: SyntheticEvent<HTMLDialogElement>) {
    if (!dialog.isConnected || dialog.open) return;
    dialog.showModal();
    if (!isBusy) onClose();
  }

  return (
    <dialog
      ref={dialogRef}
      className="dialog"
      data-brief={isBrief}
      role={consequences ? 'alertdialog' : undefined}
      aria-labelledby={headingId}
      aria-describedby={consequences ? consequencesId : undefined}
      onCancel={handleCancel}
      onClose={handleForcedClose}
    >
      <header className="dialog-header">
        <h2 ref={headingRef} id={headingId} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          className="dialog-close"
          aria-disabled={isBusy || undefined}
          onClick={() => !isBusy && onClose()}
        >
          <CloseIcon />
          <VisuallyHidden>
            <Trans>Close</Trans>
          </VisuallyHidden>
        </button>
      </header>
      <div className="dialog-content">
        {consequences && (
          <div id={consequencesId} className="dialog-consequences">
            {consequences}
          </div>
        )}
        {children}
      </div>
      {footer && <footer className="dialog-footer">{footer}</footer>}
      <LiveRegion />
    </dialog>
  );
}
