import * as fc from 'fast-check';
import { settingsHeading } from '../support/second-step.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { createUser } from '../support/test-user.ts';
import { watchContext } from '../support/watch-context.ts';
import { anyCommands } from './commands.ts';
import { World } from './world.ts';

const { MODEL_RUNS, MODEL_SEED, MODEL_PATH, MODEL_REPLAY } = process.env;
const runs = Number(MODEL_RUNS ?? 4);

test('Whatever people do and whatever fails, the page shows what is so', async ({
  app,
  browser,
  contextOptions,
  mailbox,
}) => {
  // Milliseconds, for each sequence.
  test.setTimeout(runs * 120_000);
  // The short run is the same every time: what it finds, it finds for everyone.
  const seed = Number(MODEL_SEED ?? 20);
  console.log(`The model's seed: ${seed}`);
  const commands = fc.commands(anyCommands, {
    maxCommands: 14,
    size: 'max',
    ...(MODEL_REPLAY !== undefined && { replayPath: MODEL_REPLAY }),
  });
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: app.appUrl,
        locale: 'en',
      });
      const world = new World(app, mailbox, await createUser(app), context);
      try {
        await watchContext(context, app.appUrl, (what) => world.complaints.push(what));
        const page = await world.openTab('/');
        await signIn(page, world.user);
        await expect(settingsHeading(page)).toBeVisible();
        await fc.asyncModelRun(() => ({ model: {}, real: world }), sequence);
      } finally {
        app.faults.clear();
        app.clock.reset();
        await context.close();
      }
    }),
    {
      seed,
      numRuns: runs,
      ...(MODEL_PATH !== undefined && { path: MODEL_PATH }),
      // A sequence takes seconds, so making it smaller takes minutes: it is told as it is, and by hand
      // it can be replayed.
      endOnFailure: true,
    },
  );
});
