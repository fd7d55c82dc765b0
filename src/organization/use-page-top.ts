import { type RefObject, useEffect, useState } from 'react';

/** How far below the top of the page an element begins, in CSS pixels, followed as the page grows. */
export function usePageTop(element: RefObject<Element | null>): number {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
