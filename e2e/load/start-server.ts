import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import path from 'node:path';
import type { DatabaseLocation } from '../backend/database/open-database.ts';

export interface ServerOrders {
  database: DatabaseLocation;
  /** 32 bytes, hexadecimal. */
  secretKey: string;
  appUrl: string;
  smtpUrl: string;
  port: number;
  processes: number;
}

/** Bytes after a garbage collection, summed over the processes. */
export interface Memory {
  heapUsed: number;
  rss: number;
}

export async function startServer(orders: ServerOrders) {
  const jiti = path.join(import.meta.dirname, '../../node_modules/jiti/lib/jiti-cli.mjs');
  const child = spawn(
    process.execPath,
    ['--expose-gc', jiti, path.join(import.meta.dirname, 'server.ts'), JSON.stringify(orders)],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const ended = once(child, 'exit');
  const [{ port }] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('The server did not start'))),
  ])) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${String(port)}`,
    memory: async (): Promise<Memory> => {
      const memories: Memory[] = [];
      const answers = on(child, 'message');
      child.send('memory');
      for await (const [memory] of answers as AsyncIterable<[Memory]>) {
        memories.push(memory);
        if (memories.length === orders.processes) break;
      }
      const sum = (key: keyof Memory) => memories.reduce((total, memory) => total + memory[key], 0);
      return { heapUsed: sum('heapUsed'), rss: sum('rss') };
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
