import { AsyncLocalStorage } from 'node:async_hooks';
import type { StatementLogger } from '../database/open-database.ts';

/**
 * Ends a request, and the mails it sets going, before one of its SQL statements: from then on
 * nothing of it reaches the database any more but the end of its transaction, which is what is left
 * of a process that is killed there.
 */
export class FaultPoints implements StatementLogger {
  readonly #request = new AsyncLocalStorage<{ statements: number; fatal: number }>();
  readonly #end: () => void;

  /** @param end what happens there; what comes back from it fails the statement. */
  constructor(end: () => void = () => undefined) {
    this.#end = end;
  }

  logQuery(statement: string): void {
    const request = this.#request.getStore();
    // Nothing is written between `begin` and the next.
    if (request === undefined || /^(begin|rollback)/.test(statement)) return;
    request.statements += 1;
    if (request.statements < request.fatal) return;
    this.#end();
    throw new Error('The process has ended');
  }

  /** @param fatal which statement is never run, from 1; without it, all are. */
  async run<Result>(
    act: () => Promise<Result>,
    fatal = Number.POSITIVE_INFINITY,
  ): Promise<{ result: Result; statements: number }> {
    const request = { statements: 0, fatal };
    return { result: await this.#request.run(request, act), statements: request.statements };
  }
}
