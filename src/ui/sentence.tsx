import { Children, type ReactNode } from 'react';

/**
 * Wraps each text of a `<Trans>` in its own element.
 *
 * A browser that translates the page replaces text nodes. React would keep changing the old nodes,
 * so nobody would see the change, and removing them would throw.
 */
export function Sentence({ children }: { children?: ReactNode }) {
  return Children.map(children, (part) => (typeof part === 'string' ? <span>{part}</span> : part));
}
