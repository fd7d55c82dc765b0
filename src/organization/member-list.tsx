import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';

import type { Member } from '../api/contract-organization.ts';
import './member-list.css';
import { MemberRow } from './member-row.tsx';
import type { SearchableMember } from './search-members.ts';
import { usePageTop } from './use-page-top.ts';

interface Props {
  members: SearchableMember[];
  readerId: string;
  /** Whose methods were removed a moment ago. */
  resetId: string | undefined;
  onReset: (member: Member) => void;
}

/** CSS pixels; each row is measured once it is there. */
const likelyRowHeight = 75;

/**
 * Only the rows near the window are in the page, however many there are: each says which of how many
 * it is, and the one that has the focus stays, so that scrolling never loses it.
 */
export function MemberList({ members, readerId, resetId, onReset }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const top = usePageTop(list);

  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here
  const virtualizer = useWindowVirtualizer({
    count: members.length,
    estimateSize: () => likelyRowHeight,
    overscan: 10,
    scrollMargin: top,
    getItemKey: (index) => members[index]?.member.id ?? index,
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

/** The rows in the range, and the one that has the focus with both its neighbours, wherever it is. */
function keepFocused(list: Element | null, range: Range): number[] {
  const row = document.activeElement?.closest<HTMLElement>('[data-index]');
  const focused = Number(row && list?.contains(row) ? row.dataset['index'] : undefined);
  // The neighbours, so that Tab leads on from there.
  const kept = [focused - 1, focused, focused + 1].filter(
    (index) => index >= 0 && index < range.count,
  );
  return [...new Set([...defaultRangeExtractor(range), ...kept])].toSorted(
    (one, other) => one - other,
  );
}
