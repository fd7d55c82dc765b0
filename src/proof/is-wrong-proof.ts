import { RefusedError } from '../api/errors.ts';

/** Whether what was shown did not prove anything. The platform answers 400 or 401 to that. */
export function isWrongProof(error: unknown): error is RefusedError {
  return error instanceof RefusedError && (error.status === 400 || error.status === 401);
}
