import { Plural, Trans } from '@lingui/react/macro';

import type { Coverage } from './coverage.ts';

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
