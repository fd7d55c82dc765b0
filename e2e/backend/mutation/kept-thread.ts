import { ThreadsPoolWorker } from 'vitest/node';
import type { PoolOptions, PoolWorker } from 'vitest/node';
import type { Plugin } from 'vitest/config';

let kept: ThreadsPoolWorker | undefined;

/** What Stryker's runner tells its tests. */
interface StrykerContext {
  mode?: 'dry-run' | 'mutant';
  /** `static`: the mutant takes effect while modules load, not later. */
  mutantActivation?: 'static' | 'runtime';
}

/**
 * Vitest ends its thread after each run, and Stryker runs it once per mutant. Loading all modules
 * again takes longer than most runs, so one thread is kept and each run reloads only its test
 * files. Mutants that take effect while modules load still get a thread of their own.
 */
export function keepThread(): Plugin {
  return {
    name: 'keep-thread',
    configureVitest({ project }) {
      project.config.pool = 'kept-thread';
      project.config.poolRunner = { name: 'kept-thread', createPoolWorker };
    },
  };
}

function createPoolWorker(options: PoolOptions): PoolWorker {
  const { mode, mutantActivation }: StrykerContext = options.project.getProvidedContext();
  const isKept = mode === 'mutant' && mutantActivation === 'runtime';
  if (!isKept) return new ThreadsPoolWorker(options);
  const thread = kept ?? new ThreadsPoolWorker(options);
  const listeners: [event: string, listener: (message: unknown) => void][] = [];
  return {
    name: thread.name,
    start: async () => {
      if (kept !== undefined) return;
      await thread.start();
      kept = thread;
      options.project.vitest.onClose(() => thread.stop());
    },
    on: (event, listener) => {
      listeners.push([event, listener]);
      thread.on(event, listener);
    },
    off: (event, listener) => {
      thread.off(event, listener);
    },
    send: (message) => {
      if (message.type !== 'stop') thread.send(message);
      else
        for (const [event, listener] of listeners)
          if (event === 'message') listener({ __vitest_worker_response__: true, type: 'stopped' });
    },
    deserialize: (message) => message,
    stop: () => {
      for (const [event, listener] of listeners) thread.off(event, listener);
      return Promise.resolve();
    },
  };
}
