import { useCallback, useRef } from 'react';

import { type Meanings, type MfaError, readError } from './read-error.ts';

export type Outcome<Value> = { isDone: true; value: Value } | { isDone: false; error: MfaError };

/** Something that a person can do. */
export interface Action<Input, Value = unknown> {
  /**
   * Does it, and resolves once the lists have been read again. It never rejects. The same input given again
   * meanwhile, as by a double click, is not sent twice.
   */
  run: (input: Input) => Promise<Outcome<Value>>;
  isRunning: boolean;
  /** Why the last run failed, until the next one or `reset`. */
  error: MfaError | undefined;
  reset: () => void;
}

/** What `useMutation` gives, as far as it is read here. */
interface Mutation<Input, Value> {
  mutateAsync: (input: Input) => Promise<Value>;
  isPending: boolean;
  error: Error | null;
  reset: () => void;
}

/**
 * A mutation in the form that the package ships. `run` is the same function on every render if `mutateAsync` is.
 * @param meanings of the backend's refusals, the same object on every render
 */
export function useAction<Input, Value>(
  { mutateAsync, isPending, error, reset }: Mutation<Input, Value>,
  meanings?: Meanings,
): Action<Input, Value> {
  const last = useRef<{ input: Input; outcome: Promise<Outcome<Value>> }>(undefined);
  const run = useCallback(
    (input: Input) => {
      // A double click.
      if (last.current && Object.is(last.current.input, input)) return last.current.outcome;
      async function send(): Promise<Outcome<Value>> {
        try {
          return { isDone: true, value: await mutateAsync(input) };
        } catch (cause) {
          return { isDone: false, error: readError(cause, meanings) };
        } finally {
          if (last.current === current) last.current = undefined;
        }
      }
      const current = { input, outcome: send() };
      last.current = current;
      return current.outcome;
    },
    [mutateAsync, meanings],
  );
  return {
    run,
    isRunning: isPending,
    error: error ? readError(error, meanings) : undefined,
    reset,
  };
}
