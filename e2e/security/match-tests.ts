import { idsIn } from './find-tests.ts';
import type { FoundTest } from './find-tests.ts';
import type { Requirement } from './requirements.ts';

export interface Match {
  requirement: Requirement;
  tests: FoundTest[];
}

/** Returns each requirement with the tests that prove it, and a sentence for each problem. */
export function matchTests(requirements: readonly Requirement[], tests: FoundTest[]) {
  const problems: string[] = [];
  const byId = (id: string) => tests.filter(({ title }) => idsIn(title).includes(id));
  const named = ({ id, titles = [] }: Requirement) =>
    titles.flatMap((wanted) => {
      const found = tests.filter(({ title }) => title.replace(/( @\w+)+$/, '') === wanted);
      if (found.length === 0) problems.push(`${id}: there is no test "${wanted}"`);
      return found;
    });
  const own = new Map(requirements.map((each) => [each.id, [...byId(each.id), ...named(each)]]));
  const matches = requirements.map((requirement): Match => {
    const { id, sameAs = '' } = requirement;
    return { requirement, tests: [...(own.get(id) ?? []), ...(own.get(sameAs) ?? [])] };
  });
  for (const { requirement, tests: proofs } of matches)
    if (proofs.length === 0) problems.push(`${requirement.id}: no test proves it`);
  const known = new Set(requirements.map(({ id }) => id));
  const unknown = tests.filter(({ title }) =>
    idsIn(title).some((id) => /^([AB]\d|CVE|GHSA|GitLab|GO-)/.test(id) && !known.has(id)),
  );
  for (const { file, title } of unknown) problems.push(`${file}: unknown id in "${title}"`);
  return { matches, problems };
}
