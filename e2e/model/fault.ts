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
};
export type FaultKind = keyof typeof faultKinds;

export const anyFault = fc.oneof(
  { weight: 2, arbitrary: fc.constant<FaultKind>('none') },
  { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(faultKinds) as FaultKind[])) },
);

export function makeFault(faults: Faults, kind: FaultKind, call: string): void {
  faultKinds[kind](faults, call);
}
