import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

import type { Member } from '../api/contract-organization.ts';
import './member-list.css';
import { MemberRow } from './member-row.tsx';
import type { SearchableMember } from './search-members.ts';

interface Props {
  members: SearchableMember[];
  readerId: string;
  /** The member whose methods were just removed. */
  resetId: string | undefined;
  onReset: (member: Member) => void;
}

/** CSS pixels. Each row is measured once it is rendered. */
const likelyRowHeight = 75;

/**
 * A virtual list: only the rows near the viewport are rendered. Each row has its position and the size
 * of the set for screen readers. The row with the focus stays rendered, so scrolling never loses it.
 */
export function MemberList({ members, readerId, resetId, onReset }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const top = usePageTop(list);
  // The same function for the same members: with another, every row's position is computed again.
  const getItemKey = useCallback((index: number) => members[index]?.member.id ?? index, [members]);

  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here
  const virtualizer = useWindowVirtualizer({
    count: members.length,
    estimateSize: () => likelyRowHeight,
    overscan: 10,
    scrollMargin: top,
    getItemKey,
    rangeExtractor: (range) => keepFocused(list.current, range),
  });

  return (
    <ul
      ref={list}
      aria-labelledby="members-heading"
      className="member-list"
      style={{ blockSize: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const found = members[index];
        return (
          found && (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={members.length}
              className="member-list-item"
              style={{ translate: `0 ${start - top}px` }}
            >
              <MemberRow
                member={found.member}
                name={found.name}
                readerId={readerId}
                isReset={found.member.id === resetId}
                onReset={onReset}
              />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** The rows in the range, and the row with the focus and its neighbours, wherever they are. */
function keepFocused(list: Element | null, range: Range): number[] {
  const row = document.activeElement?.closest<HTMLElement>('[data-index]');
  const focused = Number(row && list?.contains(row) ? row.dataset['index'] : undefined);
  // With its neighbours, so that Tab can move on from it.
  const kept = [focused - 1, focused, focused + 1].filter(
    (index) => index >= 0 && index < range.count,
  );
  return [...new Set([...defaultRangeExtractor(range), ...kept])].toSorted(
    (one, other) => one - other,
  );
}

/** Distance from the top of the page to the element, in CSS pixels, updated as the page grows. */
function usePageTop(element: RefObject<Element | null>): number {
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
