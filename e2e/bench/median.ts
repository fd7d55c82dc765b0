import type { Load } from './measure-load.ts';
import type { OrganizationTimes } from './organization.ts';
import type { Interaction } from './time-interaction.ts';

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** The median of each number, on its own. */
export function medianLoad(loads: readonly Load[]): Load {
  const of = (key: keyof Load) => median(loads.map((load) => load[key] ?? NaN));
  const optional = (key: 'posted' | 'depthOfPost') =>
    loads[0]?.[key] === undefined ? undefined : of(key);
  return {
    firstPaint: of('firstPaint'),
    visible: of('visible'),
    posted: optional('posted'),
    depth: of('depth'),
    depthOfPost: optional('depthOfPost'),
    requests: of('requests'),
    bytes: of('bytes'),
    requestsInAll: of('requestsInAll'),
    bytesInAll: of('bytesInAll'),
    scriptBrotli: of('scriptBrotli'),
    scriptGzip: of('scriptGzip'),
    style: of('style'),
    blocking: of('blocking'),
    script: of('script'),
    heap: of('heap'),
    heapInAll: of('heapInAll'),
    layoutShift: of('layoutShift'),
  };
}

/** The load that took as long as the median until it was visible, or came closest to it. */
export function typicalLoad<Each extends Pick<Load, 'visible'>>(
  loads: readonly Each[],
): Each | undefined {
  const middle = median(loads.map(({ visible }) => visible));
  const distance = ({ visible }: Each) => Math.abs(visible - middle);
  return loads.toSorted((one, other) => distance(one) - distance(other))[0];
}

export function medianInteractions(runs: readonly Interaction[][]): Interaction[] {
  return (runs[0] ?? []).map(({ name }) => {
    const same = runs.flatMap((run) => run.filter((interaction) => interaction.name === name));
    return {
      name,
      nextPaint: median(same.map(({ nextPaint }) => nextPaint)),
      shown: median(same.map(({ shown }) => shown)),
    };
  });
}

export function medianTimes(runs: readonly OrganizationTimes[]): OrganizationTimes {
  const of = (key: keyof OrganizationTimes) => median(runs.map((run) => run[key]));
  return {
    visible: of('visible'),
    searchPaint: of('searchPaint'),
    searchShown: of('searchShown'),
    framesPerSecond: of('framesPerSecond'),
    longestFrame: of('longestFrame'),
  };
}
