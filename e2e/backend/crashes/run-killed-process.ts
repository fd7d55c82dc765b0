import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { DatabaseLocation } from '../database/open-database.ts';
import type { readAccountState } from './account-state.ts';

type State = Awaited<ReturnType<typeof readAccountState>>;

export interface Orders {
  database: DatabaseLocation;
  /** 32 bytes, hexadecimal. */
  secretKey: string;
  /** The time on its clock when it starts. */
  time: number;
  scenario: string;
  /** The number of the last request's statement before which it kills itself. */
  fatal: number;
  previous: Victim | undefined;
}

/** The person whose last request was cut off. */
interface Victim {
  id: string;
  email: string;
  time: number;
}

export interface Report {
  victim: Victim;
  before: State;
  /** Undefined when the process was killed. */
  after: State | undefined;
  /** Subjects of the mails that had arrived when the process ended. */
  mails: string[];
  /** The state that the previous process left, as this one found it. */
  found: { state: State; mails: string[] } | undefined;
}

const root = path.join(import.meta.dirname, '../../..');

/** Runs `killed-process.ts` and returns what it reported before it ended. */
export async function runKilledProcess(orders: Orders): Promise<Report> {
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules/jiti/lib/jiti-cli.mjs'),
      path.join(import.meta.dirname, 'killed-process.ts'),
      JSON.stringify(orders),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<NodeJS.Signals | number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ?? code));
  });
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const end = await ended;
  const line = said.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`It ended (${String(end)}) and said: ${complaint}`);
  const report = JSON.parse(line) as Report;
  const expected = report.after === undefined ? 'SIGKILL' : 0;
  if (end !== expected) throw new Error(`It ended with ${String(end)}: ${complaint}`);
  return report;
}
