import { Plural, Trans } from '@lingui/react/macro';
import * as v from 'valibot';

import type { RefusedError } from '../api/errors.ts';
import type { CodeKind } from './code-kind.ts';

/** Not in the hosted contract: the reference backend says how many tries are left. */
const triesLeft = v.object({ attemptsLeft: v.number() });

interface Props {
  refusal: RefusedError;
  kind: CodeKind;
  /** How often in a row a code was wrong here. */
  tries: number;
}

/** What a wrong code means, and what to do next. */
export function WrongCode({ refusal, kind, tries }: Props) {
  const read = v.safeParse(triesLeft, refusal.data);
  const left = read.success ? read.output.attemptsLeft : undefined;
  return (
    <>
      {kind === 'app' ? (
        <Trans>That code is not right, or it was used before.</Trans>
      ) : (
        <Trans>That backup code is not right, or it was used before.</Trans>
      )}{' '}
      {left === 0 && <Trans>That was the last try for now. Wait a while before the next.</Trans>}
      {left !== undefined && left > 0 && (
        <Plural value={left} one="# try left." other="# tries left." />
      )}{' '}
      {tries >= 2 && kind === 'app' && (
        <Trans>Check that your phone's clock is set automatically.</Trans>
      )}
    </>
  );
}
