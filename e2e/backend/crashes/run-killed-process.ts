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
  /** What its clock shows when it starts. */
  time: number;
  scenario: string;
  /** Before which of the last request's statements it kills itself. */
  fatal: number;
  previous: Victim | undefined;
}

/** Whose last request was cut off. */
interface Victim {
  id: string;
  email: string;
  time: number;
}

export interface Report {
  victim: Victim;
  before: State;
  /** Undefined: killed. */
  after: State | undefined;
  /** Subjects of the mails that had arrived when it ended. */
  mails: string[];
  /** What the one before left, as this one found it. */
  found: { state: State; mails: string[] } | undefined;
}

const root = path.join(import.meta.dirname, '../../..');

/** Runs `killed-process.ts`, and says what it said before it died. */
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
