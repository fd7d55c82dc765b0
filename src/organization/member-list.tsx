import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

import type { Member } from '../api/contract-organization.ts';
import './member-list.css';
import { MemberRow } from './member-row.tsx';
import type { SearchableMember } from './search-members.ts';

interface Props {
  members: SearchableMember[];
  readerId: string;
  /** The member whose methods were just removed. */
  resetId: string | undefined;
  /** The member for whom a reminder was just copied. */
  remindedId: string | undefined;
  onReset: (member: Member) => void;
  onRemind: (member: Member) => void;
}

/**
 * A virtual list: only the rows near the viewport are rendered. Each row has its position and the size
 * of the set for screen readers. The row with the focus stays rendered, so scrolling never loses it.
 */
export const MemberList = memo(function MemberList({
  members,
  resetId,
  remindedId,
  ...rest
}: Props) {
  const list = useRef<HTMLUListElement>(null);
  const { top, rowHeight, isFixed } = usePlace(list);
  // The same function for the same members: with another, every row's position is computed again.
  const getItemKey = useCallback((index: number) => members[index]?.member.id ?? index, [members]);

  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here
  const virtualizer = useWindowVirtualizer({
    count: members.length,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: top,
    getItemKey,
    rangeExtractor: (range) => keepFocused(list.current, range),
  });
  useLayoutEffect(() => {
    virtualizer.measure();
    if (isFixed) return;
    // It forgot the rows on screen, too. They count as changed once it has placed all rows anew.
    virtualizer.getTotalSize();
    for (const row of list.current?.children ?? []) {
      const { height } = row.getBoundingClientRect();
      virtualizer.resizeItem(virtualizer.indexFromElement(row), Math.round(height));
    }
  }, [virtualizer, rowHeight, isFixed]);

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
              ref={isFixed ? undefined : virtualizer.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={members.length}
              className="member-list-item member-row"
              style={{ translate: `0 ${start - top}px` }}
            >
              <MemberRow
                {...rest}
                {...found}
                isReset={found.member.id === resetId}
                isReminded={found.member.id === remindedId}
              />
            </li>
          )
        );
      })}
    </ul>
  );
});

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

interface Place {
  /** Distance of the list from the top of the page, in CSS pixels. */
  top: number;
  /** Of every row where `isFixed`, else of a likely one; CSS pixels. */
  rowHeight: number;
  /** Whether the stylesheet gives all rows the same height. */
  isFixed: boolean;
}

/** Where the list is and how high its rows are, updated as the page grows or its width changes. */
function usePlace(list: RefObject<Element | null>): Place {
  const [place, setPlace] = useState<Place>({ top: 0, rowHeight: 72, isFixed: true });
  useEffect(() => {
    const measure = () => {
      const row = list.current?.firstElementChild;
      if (!list.current || !row) return;
      const top = Math.round(list.current.getBoundingClientRect().top + window.scrollY);
      const rowHeight = row.getBoundingClientRect().height;
      const isFixed = getComputedStyle(row).contain === 'strict';
      setPlace((old) =>
        old.top === top && old.rowHeight === rowHeight && old.isFixed === isFixed
          ? old
          : { top, rowHeight, isFixed },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return place;
}
