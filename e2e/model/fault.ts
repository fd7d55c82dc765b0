import * as fc from 'fast-check';
import type { Faults } from '../support/faults.ts';

const no = { success: false, error: 'No' };

/** What happens to one request. */
const faultKinds = {
  none: () => {},
  failure: (faults: Faults, call: string) =>
    faults.answer(call, { status: 500, body: no }, { times: 1 }),
  proxy: (faults: Faults, call: string) =>
    faults.answer(call, { status: 502, body: '<h1>Bad gateway</h1>' }, { times: 1 }),
  no: (faults: Faults, call: string) =>
    faults.answer(call, { status: 200, body: no }, { times: 1 }),
  cut: (faults: Faults, call: string) => faults.cut(call, { times: 1 }),
  refuse: (faults: Faults, call: string) => faults.refuse(call, { times: 1 }),
  silence: (faults: Faults, call: string) => faults.silence(call, { times: 1 }),
  mute: (faults: Faults, call: string) => faults.mute(call, { times: 1 }),
};
export type FaultKind = keyof typeof faultKinds;
const kinds = Object.keys(faultKinds) as FaultKind[];

/** Whether no answer comes, so that the person waits 20 seconds. */
export const isSilent = (kind: FaultKind) => kind === 'silence' || kind === 'mute';
/** Whether the backend handled the request. */
export const isHeard = (kind: FaultKind) => ['none', 'cut', 'mute'].includes(kind);

const oftenNone = (faulty: FaultKind[]) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<FaultKind>('none') },
    { weight: 3, arbitrary: fc.constantFrom(...faulty) },
  );
export const anyFault = oftenNone(kinds);
export const anyQuickFault = oftenNone(kinds.filter((kind) => !isSilent(kind)));

export function makeFault(faults: Faults, kind: FaultKind, call: string): void {
  faultKinds[kind](faults, call);
}
