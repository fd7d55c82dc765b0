/**
 * A backend that kills itself in the middle of a request. Its one argument describes the scenario.
 */
import { writeSync } from 'node:fs';
import { startTestBackend } from '../testing/start-test-backend.ts';
import { readAccountState } from './account-state.ts';
import { crashScenarios } from './crash-scenarios.ts';
import { FaultPoints } from './fault-points.ts';
import type { Orders, Report } from './run-killed-process.ts';

const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const { scenario: name, previous, fatal } = orders;
const faults = new FaultPoints(() => {
  report(undefined);
  process.kill(process.pid, 'SIGKILL');
});
const backend = await startTestBackend({
  database: orders.database,
  secretKey: Buffer.from(orders.secretKey, 'hex'),
  now: () => orders.time,
  statementLogger: faults,
});
await backend.mailsSent();
const mailsTo = (address: string) =>
  (backend.inbox?.messages() ?? []).filter(({ to }) => to === address).map((mail) => mail.subject);
const found =
  previous === undefined
    ? undefined
    : {
        state: await readAccountState(backend.database, previous.id, previous.time),
        mails: mailsTo(previous.email),
      };
const scenario = crashScenarios[name];
if (scenario === undefined) throw new Error(`There is no scenario ${name}`);
const { person, ready } = await scenario.prepare(backend);
const last = await ready();
const victim = { id: person.id, email: person.email, time: backend.now() };
const before = await readAccountState(backend.database, victim.id, victim.time);
await faults.run(last, fatal);
report(await readAccountState(backend.database, victim.id, victim.time));
await backend.close();

function report(after: Report['after']): void {
  const said: Report = { victim, before, after, mails: mailsTo(victim.email), found };
  writeSync(1, `${JSON.stringify(said)}\n`);
}
