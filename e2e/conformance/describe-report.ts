import type { Report } from './drive-calls.ts';

/** Returns lines for a person to read. */
export function describeReport({ steps, unseen, stoppedBy }: Report): string {
  const differing = steps.filter(({ differences }) => differences.length > 0);
  return [
    ...differing.flatMap(({ call, what, differences }) => [
      `${call} (${what})`,
      ...differences.map((difference) => `  ${difference}`),
    ]),
    ...(stoppedBy === undefined ? [] : [stoppedBy]),
    ...(unseen.length > 0 ? [`No success was seen of: ${unseen.join(', ')}.`] : []),
    `${steps.length} answers compared, ${differing.length} differ from the contract.`,
  ].join('\n');
}
