import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseLocation } from '../database/open-database.ts';
import { newDatabase } from '../testing/start-test-backend.ts';
import { crashScenarios } from './crash-scenarios.ts';
import { runKilledProcess } from './run-killed-process.ts';
import type { Report } from './run-killed-process.ts';

const server = process.env['TEST_DATABASE_URL'];
/** A process per statement takes minutes, so `npm test` kills in the one change that anyone may ask for. */
const isWhole = process.env['TEST_CRASHES'] === '1';
const names = isWhole ? Object.keys(crashScenarios) : ['activate'];

let folder: string;
let database: DatabaseLocation;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'killed-'));
  database =
    server === undefined
      ? { kind: 'folder', path: path.join(folder, 'data') }
      : await newDatabase(server);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** One process after the other on one database, each killed a statement later; the last one is not. */
async function killAtEachStatement(scenario: string): Promise<Report[]> {
  const secretKey = randomBytes(32).toString('hex');
  const reports: Report[] = [];
  let previous: Report | undefined;
  do {
    const fatal = reports.length + 1;
    // Later than the claim that the one before had to its mail.
    const time = (previous?.victim.time ?? Date.UTC(2031, 0, 15, 12)) + 60_000;
    // The lock of a process that is dead goes stale in five seconds, which are not waited for here.
    await rm(path.join(folder, 'data.lock'), { recursive: true, force: true });
    const orders = { database, secretKey, time, scenario, fatal, previous: previous?.victim };
    previous = await runKilledProcess(orders);
    reports.push(previous);
  } while (previous.after === undefined);
  return reports;
}

it.each(names)(
  '[B2, B5, B12] SIGKILL before any statement of %s leaves all of it or nothing, and loses no mail',
  { timeout: 600_000 },
  async (name) => {
    const reports = await killAtEachStatement(name);
    const { mail } = crashScenarios[name] ?? {};
    const { before, after } = reports.at(-1) ?? {};
    expect(after).not.toEqual(before);
    const outcomes = reports.slice(0, -1).map((report, index) => {
      const { found } = reports[index + 1] ?? {};
      expect(report.before).toEqual(before);
      const isDone = JSON.stringify(found?.state) === JSON.stringify(after);
      expect(found?.state).toEqual(isDone ? after : before);
      const count = (mails: string[] = []) => mails.filter((subject) => subject === mail).length;
      return { isDone, told: count(report.mails) + count(found?.mails) };
    });
    const toldBefore = outcomes[0]?.told ?? 0;
    const isTold = outcomes.map(({ told }) => told > toldBefore);
    expect(isTold).toEqual(outcomes.map(({ isDone }) => mail !== undefined && isDone));
    console.log(`${name}: ${String(outcomes.length)} kills`);
  },
);
