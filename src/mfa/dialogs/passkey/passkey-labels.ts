import * as v from 'valibot';

/** The labels of passkeys by credential id, kept by this browser alone: the platform has no room for them. */
const storageKey = 'passkey-labels';
const labels = v.record(v.string(), v.string());

export function readPasskeyLabels(): Partial<Record<string, string>> {
  try {
    const read = v.safeParse(labels, JSON.parse(localStorage.getItem(storageKey) ?? ''));
    return read.success ? read.output : {};
  } catch {
    return {}; // none yet, or not ours
  }
}

export function keepPasskeyLabel(id: string, label: string): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...readPasskeyLabels(), [id]: label }));
  } catch {
    // A full or closed storage costs a name, not the passkey.
  }
}
