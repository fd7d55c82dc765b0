import * as fc from 'fast-check';
import { test } from '../support/test.ts';
import { createUser } from '../support/test-user.ts';
import { watchContext } from '../support/watch-context.ts';
import { anyBeginning, begin } from './begin.ts';
import { anyCommands } from './commands.ts';
import { World } from './world.ts';

const { MODEL_RUNS, MODEL_SEED, MODEL_PATH, MODEL_REPLAY } = process.env;
const runs = Number(MODEL_RUNS ?? 4);

test('Whatever people do and whatever fails, the page shows the true state', async ({
  app,
  browser,
  contextOptions,
  mailbox,
}) => {
  // Milliseconds, for each sequence.
  test.setTimeout(runs * 180_000);
  // The short run uses a fixed seed, so that everybody gets the same result.
  const seed = Number(MODEL_SEED ?? 20);
  console.log(`The model's seed: ${seed}`);
  const startedAt = Date.now();
  let sequences = 0;
  let steps = 0;
  const commands = fc.commands(anyCommands, {
    maxCommands: 14,
    size: 'max',
    ...(MODEL_REPLAY !== undefined && { replayPath: MODEL_REPLAY }),
  });
  const check = fc.asyncProperty(anyBeginning, commands, async (beginning, sequence) => {
    const context = await browser.newContext({
      ...contextOptions,
      baseURL: app.appUrl,
      locale: 'en',
    });
    const world = new World(app, mailbox, await createUser(app), context);
    try {
      await watchContext(context, [app.origin], (what) => world.complaints.push(what));
      await begin(world, beginning);
      await fc.asyncModelRun(() => ({ model: {}, real: world }), sequence);
    } finally {
      sequences += 1;
      steps += world.steps;
      app.faults.clear();
      app.clock.reset();
      await context.close();
    }
  });
  try {
    await fc.assert(check, {
      seed,
      numRuns: runs,
      ...(MODEL_PATH !== undefined && { path: MODEL_PATH }),
      // A sequence takes seconds, so shrinking it would take minutes. It is reported as it is and
      // can be replayed by hand.
      endOnFailure: true,
    });
  } finally {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    console.log(`${sequences} sequences, ${steps} steps, in ${seconds} s`);
  }
});
