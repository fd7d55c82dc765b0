/**
 * `npm run conformance -- --url … --email … --password …`: makes the documented calls to a backend and
 * prints what differs from the contract. Exits with 1 where anything does, with 2 where it could not be
 * tried.
 */
import { parseArgs } from 'node:util';
import { driveCalls } from './drive-calls.ts';
import { describeReport } from './describe-report.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { url: text, email: text, password: text } });
const { url, email, password } = values;
if (url === undefined || email === undefined || password === undefined || !URL.canParse(url)) {
  console.error('Usage: npm run conformance -- --url https://… --email … --password …');
  console.error('The account must be made for this: it gets a second step, and is reset.');
  process.exit(2);
}
try {
  const report = await driveCalls({ url: url.replace(/\/+$/, ''), email, password, send: fetch });
  console.log(describeReport(report));
  const isSame = report.steps.every(({ differences }) => differences.length === 0);
  process.exitCode = report.stoppedBy === undefined ? (isSame ? 0 : 1) : 2;
} catch (error) {
  const { message, cause } = error as Error;
  console.error(`${url} could not be asked: ${cause instanceof Error ? cause.message : message}`);
  process.exitCode = 2;
}
