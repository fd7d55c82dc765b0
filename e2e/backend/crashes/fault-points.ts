import { AsyncLocalStorage } from 'node:async_hooks';
import type { StatementLogger } from '../database/open-database.ts';

/**
 * Ends a request, and the mails it triggers, before one of its SQL statements. From then on,
 * nothing of it reaches the database except the end of its transaction, as when a process is
 * killed there.
 */
export class FaultPoints implements StatementLogger {
  readonly #request = new AsyncLocalStorage<{ statements: number; fatal: number }>();
  readonly #end: () => void;

  /** @param end called there; the statement fails with the error it returns */
  constructor(end: () => void = () => undefined) {
    this.#end = end;
  }

  logQuery(statement: string): void {
    const request = this.#request.getStore();
    // Nothing is written between `begin` and the next statement.
    if (request === undefined || /^(begin|rollback)/.test(statement)) return;
    request.statements += 1;
    if (request.statements < request.fatal) return;
    this.#end();
    throw new Error('The process has ended');
  }

  /** @param fatal the number of the statement that is not run, from 1; without it, all are run */
  async run<Result>(
    act: () => Promise<Result>,
    fatal = Number.POSITIVE_INFINITY,
  ): Promise<{ result: Result; statements: number }> {
    const request = { statements: 0, fatal };
    return { result: await this.#request.run(request, act), statements: request.statements };
  }
}
