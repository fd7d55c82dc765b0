import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';

const report = v.object({
  scan: v.object({ grade: v.string(), score: v.number() }),
  tests: v.record(
    v.string(),
    v.object({ result: v.nullable(v.string()), pass: v.boolean(), scoreModifier: v.number() }),
  ),
});

/**
 * Returns MDN HTTP Observatory's results for a host, e.g. `localhost:8443`, with and without TLS.
 */
export async function scan(scanner: string, host: string, certificate: string) {
  const { stdout } = await promisify(execFile)(process.execPath, [scanner, host], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
  });
  return v.parse(report, JSON.parse(stdout));
}
