import { CspEvaluator, DEFAULT_CHECKS, STRICTCSP_CHECKS } from 'csp_evaluator';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

/** Everything that Google's CSP Evaluator reports about a policy, whatever its severity. */
function findings(policy: string): string[] {
  return new CspEvaluator(new CspParser(policy).csp)
    .evaluate(STRICTCSP_CHECKS, DEFAULT_CHECKS)
    .map(({ directive, description }) => `${directive}: ${description}`);
}

// The evaluator reports this for every policy with `'self'`, because it cannot know what else the
// origin serves. This origin serves the build, and no answer of the backend can run as a script:
// the backend's tests prove that.
const question =
  "script-src: 'self' can be problematic if you host JSONP, AngularJS or user uploaded files.";

const policy = (backendOrigin?: string) =>
  securityHeaders({ scriptHashes: [], styleHashes: [], backendOrigin })['Content-Security-Policy'];

it('[A3] CSP Evaluator finds no fault except that it cannot know what else this origin serves', () => {
  expect(findings(policy())).toEqual([question]);
  expect(findings(policy('https://api.example'))).toEqual([question]);
});

it.each([
  ["script-src 'self'", "script-src 'self' 'unsafe-inline'"],
  ["script-src 'self'", "script-src 'self' https:"],
  ["script-src 'self'", "script-src 'self' https://www.googleapis.com"],
  ["object-src 'none'", 'object-src *'],
  ["; require-trusted-types-for 'script'", ''],
])('CSP Evaluator finds fault when %j becomes %j', (strict, weak) => {
  const weakened = policy().replace(strict, weak);
  expect(weakened).not.toBe(policy());
  expect(findings(weakened).filter((finding) => finding !== question)).not.toEqual([]);
});
