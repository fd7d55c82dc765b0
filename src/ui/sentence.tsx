import { createElement, Fragment, type ReactNode } from 'react';

/**
 * Wraps each text of a `<Trans>` in its own element.
 *
 * A browser that translates the page replaces text nodes. React would keep changing the old nodes,
 * so nobody would see the change, and removing them would throw.
 *
 * Not with React's `Children`, which the build leaves out.
 */
export function Sentence({ children }: { children?: ReactNode }) {
  const parts = [children].flat<ReactNode[]>();
  return createElement(
    Fragment,
    null,
    ...parts.map((part) => (typeof part === 'string' ? createElement('span', null, part) : part)),
  );
}
