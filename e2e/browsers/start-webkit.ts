import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { expect } from '@playwright/test';
import { Builder, Capabilities } from 'selenium-webdriver';
import type { WebDriver } from 'selenium-webdriver';
import { findProgram } from '../workshop/find-program.ts';
import { freePort } from '../workshop/free-port.ts';

/** WebKitGTK's browser, with nothing stored, on a screen of its own that nobody sees. */
export async function startWebKit(): Promise<{ driver: WebDriver; stop: () => Promise<void> }> {
  // WebKitGTK has no headless mode.
  const screenArgs = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const screen = start(findProgram('Xvfb', 'xvfb'), screenArgs);
  const [number] = (await once(screen.said, 'data')) as [Buffer];
  const port = await freePort();
  const server = `http://127.0.0.1:${String(port)}`;
  const service = start(
    findProgram('WebKitWebDriver', 'webkit2gtk-driver'),
    ['--host=127.0.0.1', `--port=${String(port)}`],
    // No bus for assistive technology is there, and it would be waited for.
    { DISPLAY: `:${number.toString().trim()}`, NO_AT_BRIDGE: '1' },
  );
  const isUp = () =>
    fetch(`${server}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isUp, 'WebKitWebDriver listens').toBe(true);
  const driver = await new Builder()
    .usingServer(server)
    .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
    .build();
  return {
    driver,
    stop: async () => {
      await driver.quit();
      await service.stop();
      await screen.stop();
    },
  };
}

function start(program: string, args: string[], environment: Record<string, string> = {}) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const ended = once(child, 'exit');
  // An interrupted run does not stop it.
  const end = () => child.kill();
  process.once('exit', end);
  return {
    /** What it wrote to its file descriptor 3. */
    said: child.stdio[3] as Readable,
    stop: async () => {
      process.off('exit', end);
      end();
      await ended;
    },
  };
}
