/**
 * `npm run test:model -- --runs 5000`: runs the model for long, with a random seed unless `--seed`
 * is given. A failure prints its seed, path and replay path: `--seed 1 --path 3 --replay AB:C`.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    path: { type: 'string' },
    replay: { type: 'string' },
  },
});
const { status } = spawnSync('playwright', ['test', '--workers=1', 'e2e/model'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    MODEL_RUNS: values.runs,
    MODEL_SEED: values.seed,
    ...(values.path !== undefined && { MODEL_PATH: values.path }),
    ...(values.replay !== undefined && { MODEL_REPLAY: values.replay }),
  },
});
process.exitCode = status ?? 1;
