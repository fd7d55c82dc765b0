/** Throws where the program itself is wrong: never for what a person or the network did. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant: ${message}`);
}
