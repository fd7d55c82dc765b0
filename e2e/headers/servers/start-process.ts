import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { createInterface } from 'node:readline';

interface Program {
  program: string;
  args: string[];
  environment?: Record<string, string>;
  /** What it prints to the standard error when it listens. */
  ready: string;
}

/** Starts a web server and waits until it listens. Returns a function that stops it. */
export async function startProcess({
  program,
  args,
  environment,
  ready,
}: Program): Promise<() => Promise<void>> {
  const server = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const ended = once(server, 'exit');
  // An interrupted run does not stop it.
  const end = () => server.kill();
  process.once('exit', end);
  const said = createInterface(server.stderr);
  const lines: string[] = [];
  let isUp = false;
  for await (const [line] of on(said, 'line', { close: ['close'] }) as AsyncIterable<[string]>) {
    lines.push(line);
    isUp = line.includes(ready);
    if (isUp) break;
  }
  if (!isUp) throw new Error(`${program} did not start:\n${lines.join('\n')}`);
  // Nobody reads on, and a full pipe would stop it.
  server.stderr.resume();
  return async () => {
    process.off('exit', end);
    end();
    await ended;
  };
}
