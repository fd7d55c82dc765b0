import * as v from 'valibot';

import { browserStorage } from '../../../lib/storage.ts';

/** The labels of passkeys by credential id, kept by this browser alone: the platform has no room for them. */
const storageKey = 'passkey-labels';
const labels = v.record(v.string(), v.string());

export function readPasskeyLabels(): Partial<Record<string, string>> {
  try {
    const read = v.safeParse(labels, JSON.parse(browserStorage.read(storageKey) ?? ''));
    return read.success ? read.output : {};
  } catch {
    return {}; // none yet, or not ours
  }
}

export function keepPasskeyLabel(id: string, label: string): void {
  browserStorage.write(storageKey, JSON.stringify({ ...readPasskeyLabels(), [id]: label }));
}
