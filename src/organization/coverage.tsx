import { Plural, Trans } from '@lingui/react/macro';

import type { Members } from '../api/contract-organization.ts';

/** How many of the members have no second step. */
export interface Coverage {
  without: number;
  of: number;
}

/** Undefined unless the answer says it about every member, because a number must never be a guess. */
export function countWithout({ members, leftOut }: Members): Coverage | undefined {
  const isWhole = leftOut === 0 && members.every(({ mfaEnabled }) => mfaEnabled != null);
  if (!isWhole || members.length === 0) return undefined;
  return { without: members.filter((member) => !member.mfaEnabled).length, of: members.length };
}

export function CoverageWords({ without, of }: Coverage) {
  if (without === 0) return <Trans>Every member has one.</Trans>;
  return (
    <Plural
      value={of}
      one={`${without} of # member has none.`}
      other={
        <Plural
          value={without}
          one={`# of ${of} members has none.`}
          other={`# of ${of} members have none.`}
        />
      }
    />
  );
}
