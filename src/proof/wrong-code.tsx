import { Plural, Trans } from '@lingui/react/macro';

import type { RefusedError } from '../api/errors.ts';
import type { CodeKind } from './code-kind.ts';
import { triesLeft } from './tries-left.ts';

interface Props {
  refusal: RefusedError;
  kind: CodeKind;
  /** How often in a row a code was wrong here. */
  tries: number;
}

/** What a wrong code means, and what to do next. */
export function WrongCode({ refusal, kind, tries }: Props) {
  const left = triesLeft(refusal);
  return (
    <span>
      {kind === 'app' ? (
        <Trans>That code is not right, or it was used before.</Trans>
      ) : (
        <Trans>That backup code is not right, or it was used before.</Trans>
      )}{' '}
      <span>
        {left === 0 && <Trans>That was the last try for now. Wait a while before the next.</Trans>}
        {left !== undefined && left > 0 && (
          <Plural value={left} one="# try left." other="# tries left." />
        )}
      </span>{' '}
      {tries >= 2 && kind === 'app' && (
        <Trans>Check that your phone's clock is set automatically.</Trans>
      )}
    </span>
  );
}
