import { type RefObject, useLayoutEffect } from 'react';

/** The headings of open dialogs, the topmost last. */
const headings: HTMLElement[] = [];
let underneath = '';
let shown = '';

/**
 * Titles the tab with a dialog's heading while the dialog is open. A second `<title>` would not
 * work: browsers use the first, which is the page's.
 */
export function usePageTitle(heading: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const title = document.querySelector('title');
    const own = heading.current;
    if (!title || !own) return undefined;
    const show = () => {
      // Meanwhile the page under the dialog may have got another title, as in another language.
      if (title.textContent !== shown) underneath = title.textContent;
      shown = headings.at(-1)?.textContent ?? underneath;
      title.textContent = shown;
    };
    headings.push(own);
    show();
    return () => {
      headings.splice(headings.indexOf(own), 1);
      show();
    };
  }, [heading]);
}
