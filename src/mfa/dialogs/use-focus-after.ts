import { useEffect } from 'react';

/**
 * Once the dialog is gone: gives the focus to the method's heading, else to the page's, where the
 * button that opened the dialog is gone as well or there never was one.
 * @param name the method's, as its heading says it
 */
export function useFocusAfter(name: string | undefined): void {
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      const headings = [...document.querySelectorAll<HTMLElement>('main h1, main h3')];
      const target = headings.find(({ textContent }) => textContent === name) ?? headings[0];
      // The page's own is not focusable by itself.
      target?.setAttribute('tabindex', '-1');
      target?.focus();
    },
    [name],
  );
}
