import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';

import { browserStorage } from '../lib/storage.ts';

const storageKey = 'passkey-labels';

const note = v.object({
  /** The name of its provider, or where it is kept. Only the browser that made it knows. */
  label: v.optional(v.string()),
  /** A name that a person gave it. */
  name: v.optional(v.string()),
  /** Milliseconds since the epoch. */
  madeAt: v.optional(v.number()),
  /** Whose it is, as the authenticator knows it: needed to signal what the account accepts. */
  rpId: v.optional(v.string()),
  userHandle: v.optional(v.string()),
});
export type PasskeyNote = v.InferOutput<typeof note>;
type Notes = Partial<Record<string, PasskeyNote>>;

/** What this browser knows of passkeys, by credential id. The platform has no fields for it. */
export function readPasskeyNotes(): Notes {
  let kept: unknown;
  try {
    kept = JSON.parse(browserStorage.read(storageKey) ?? '');
  } catch {
    return {}; // nothing stored yet, or not JSON
  }
  const entries = Object.entries(typeof kept === 'object' && kept ? kept : {});
  const notes: Notes = {};
  for (const [id, value] of entries) {
    // Earlier versions kept the label alone.
    const read = v.safeParse(note, typeof value === 'string' ? { label: value } : value);
    if (read.success) notes[id] = read.output;
  }
  return notes;
}

export function keepPasskeyNote(id: string, value: PasskeyNote): void {
  browserStorage.write(storageKey, JSON.stringify({ ...readPasskeyNotes(), [id]: value }));
}

/** The notes as a query, so that components render again when one changes. */
export const passkeyNotesQuery = () =>
  queryOptions({ queryKey: ['passkey-notes'], queryFn: () => readPasskeyNotes() });
