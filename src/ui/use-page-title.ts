import { type RefObject, useLayoutEffect } from 'react';

/** The headings of what lies over the page, the uppermost last. */
const headings: HTMLElement[] = [];
let underneath = '';

/**
 * Names the tab after a heading that lies over the page, while it is there. Not by a `<title>`:
 * React would put it behind the page's own, and browsers read the first.
 */
export function usePageTitle(heading: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const title = document.querySelector('title');
    const own = heading.current;
    if (!title || !own) return undefined;
    const show = () => {
      title.textContent = headings.at(-1)?.textContent ?? underneath;
    };
    if (headings.length === 0) underneath = title.textContent;
    headings.push(own);
    show();
    return () => {
      headings.splice(headings.indexOf(own), 1);
      show();
    };
  }, [heading]);
}
