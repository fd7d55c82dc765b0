import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { writeFailuresWith } from '../backend/log.ts';

/**
 * One line of JSON for each event, on the standard output. No line contains a query, a body, a header
 * of the request or the message of an unexpected error: any of them may be a secret.
 */
export function createLog(
  level = 'info',
  // Written at once: otherwise the last lines before the process ends lose their order.
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Logger {
  if (!(level in pino.levels.values) && level !== 'silent')
    throw new Error(`LOG_LEVEL must be one of ${Object.keys(pino.levels.values).join(', ')}.`);
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const log = pino(options, destination);
  writeFailuresWith(({ what, ...failure }) => log.error(failure, what));
  return log;
}
