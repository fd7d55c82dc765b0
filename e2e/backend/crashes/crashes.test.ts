import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { outbox } from '../database/schema.ts';
import { emptyOutbox } from '../mail/outbox.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';
import { readAccountState } from './account-state.ts';
import { crashScenarios } from './crash-scenarios.ts';
import { FaultPoints } from './fault-points.ts';

const faults = new FaultPoints();
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({ statementLogger: faults });
});
afterAll(() => backend.close());
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => vi.restoreAllMocks());

const stateOf = (userId: string) => readAccountState(backend.database, userId, backend.now());

/** As a new process does at its start, once the one that died has no claim to a mail any more. */
async function deliver(): Promise<void> {
  backend.advance(60_000);
  const mailer = {
    supportEmail: '',
    close: () => undefined,
    send: async ({ to, subject }: { to: string; subject: string }) =>
      void delivered.push(`${subject} to ${to}`),
  };
  await emptyOutbox({ ...backend, mailer });
}
const delivered: string[] = [];

describe.each(Object.entries(crashScenarios))('A crash in %s', (_name, scenario) => {
  it(
    '[B2, B5, B12] before any of its statements leaves all of it or nothing, and loses no mail',
    { timeout: 120_000 },
    async () => {
      const { mail, isOnce } = scenario;
      const whole = await scenario.prepare(backend);
      const before = await stateOf(whole.person.id);
      const { statements, result } = await faults.run(await whole.ready());
      expect(result.status).toBe(200);
      const after = await stateOf(whole.person.id);
      expect(after).not.toEqual(before);

      for (let fatal = 1; fatal <= statements; fatal += 1) {
        const { person, ready } = await scenario.prepare(backend);
        const told = () => {
          const arrived = person.subjects().filter((subject) => subject === mail).length;
          return (
            arrived + delivered.filter((line) => line === `${mail ?? ''} to ${person.email}`).length
          );
        };
        const toldBefore = told();
        const last = await ready();
        const { result: reply } = await faults.run(last, fatal);
        const state = await stateOf(person.id);
        const isDone = JSON.stringify(state) === JSON.stringify(after);
        expect(state).toEqual(isDone ? after : before);
        expect(isDone || reply.status !== 200).toBe(true);
        const isUntold = told() === toldBefore && (await backend.database.$count(outbox)) === 0;
        expect(isDone || isUntold).toBe(true);
        // A change that took effect cannot be repeated. One that did not can still be made.
        const again = isDone ? last : await ready();
        expect((await again()).status === 200).toBe(!isDone || !isOnce);
        expect(isDone ? after : await stateOf(person.id)).toEqual(after);
        await deliver();
        expect(mail === undefined || told() > toldBefore).toBe(true);
      }
    },
  );
});
