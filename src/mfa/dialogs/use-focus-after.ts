import { useEffect } from 'react';

import type { MfaType } from '../../api/contract.ts';

/**
 * Once the dialog is gone: gives the focus to the method's heading, else to the page's, where the
 * button that opened the dialog is gone as well or there never was one.
 * @param method its row's heading is found by id: its words may be translated by the browser
 */
export function useFocusAfter(method: MfaType | undefined): void {
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      const heading = method && document.getElementById(method);
      const target = heading ?? document.querySelector<HTMLElement>('main h1');
      // The page's own is not focusable by itself.
      target?.setAttribute('tabindex', '-1');
      target?.focus();
    },
    [method],
  );
}
