import { Children, type ReactNode } from 'react';

/**
 * Each text of a `<Trans>` in an element of its own.
 *
 * A browser that translates the page replaces text nodes. React would go on changing and removing
 * the ones that it made: nobody would see the change, and the removal would fail.
 */
export function Sentence({ children }: { children?: ReactNode }) {
  return Children.map(children, (part) => (typeof part === 'string' ? <span>{part}</span> : part));
}
