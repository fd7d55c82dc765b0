/**
 * `npm run test:origins`, `npm run test:session`: builds the app for what the name says, and runs its
 * journeys.
 */
import { spawnSync } from 'node:child_process';
import { build } from 'vite';
import { siteApart, siteInHost } from '../support/site.ts';
import type { Site } from '../support/site.ts';
import { freePort } from '../workshop/free-port.ts';
import { hostScriptPath } from './host-page.ts';

const [kind = '', ...rest] = process.argv.slice(2);

/** The variables of the build are in the environment, as they are for `npm run build`. */
async function buildSite({ dist }: Site, environment: Record<string, string>): Promise<void> {
  Object.assign(process.env, environment);
  await build({ logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } });
}

if (kind === 'origins') {
  const backendUrl = `http://localhost:${String(await freePort())}`;
  await buildSite(siteApart(backendUrl), { VITE_BACKEND_URL: backendUrl });
} else if (kind === 'session')
  for (const source of ['tokens', 'cookies'] as const)
    await buildSite(siteInHost(source), {
      VITE_SESSION_SOURCE: source,
      VITE_SESSION_SCRIPT: hostScriptPath,
    });
else throw new Error(`There is nothing to test by the name ${kind}.`);

const args = ['test', '--config', 'e2e/hosting', `--project=${kind}*`, ...rest];
const { status } = spawnSync('playwright', args, { stdio: 'inherit' });
process.exit(status ?? 1);
