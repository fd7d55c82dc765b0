import * as v from 'valibot';

import { browserStorage } from '../../../lib/storage.ts';

/** The labels of passkeys by credential id, kept by this browser alone: the platform has no room for them. */
const storageKey = 'passkey-labels';
// Every schema that `v.record` would bring is in the first load, whoever uses it.
const labels = v.looseObject({});

export function readPasskeyLabels(): Partial<Record<string, string>> {
  try {
    const read = v.safeParse(labels, JSON.parse(browserStorage.read(storageKey) ?? ''));
    return read.success ? onlyText(read.output) : {};
  } catch {
    return {}; // none yet, or not ours
  }
}

export function keepPasskeyLabel(id: string, label: string): void {
  browserStorage.write(storageKey, JSON.stringify({ ...readPasskeyLabels(), [id]: label }));
}

function onlyText(kept: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, label]) => (typeof label === 'string' ? [[id, label]] : [])),
  ) as Partial<Record<string, string>>;
}
