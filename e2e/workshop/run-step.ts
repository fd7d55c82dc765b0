import { spawn } from 'node:child_process';

interface StepOptions {
  /** Show the output while it runs; otherwise only when the step fails. */
  isLive?: boolean;
}

/** Runs one command with `node_modules/.bin` on PATH, as npm does. Resolves to whether it succeeded. */
export async function runStep(name: string, command: string, { isLive = false }: StepOptions = {}) {
  const start = performance.now();
  const child = spawn(command, { shell: true, stdio: isLive ? 'inherit' : 'pipe' });
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code !== 0) console.log(Buffer.concat(output).toString());
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return code === 0;
}
