/** How many lines each module has, by path. */
export type LineCounts = ReadonlyMap<string, number>;

export interface ModuleSizes {
  count: number;
  median: number;
  /** How many have at most 15 lines. */
  small: number;
  /** One sentence for each rule that is broken. */
  faults: string[];
}

const longest = 200;
const shortestMedian = 35;
const smallLines = 15;
/** One in ten. */
const largestSmallShare = 0.1;

/**
 * Holds the modules of the app to a size that people read well: a longer one holds more than one
 * thing, and many tiny ones make readers jump from file to file.
 */
export function measureModules(lines: LineCounts): ModuleSizes {
  const sorted = [...lines.values()].toSorted((a, b) => a - b);
  const middle = Math.floor((sorted.length - 1) / 2);
  const median = ((sorted[middle] ?? 0) + (sorted[sorted.length - 1 - middle] ?? 0)) / 2;
  const small = sorted.filter((count) => count <= smallLines).length;
  const faults: string[] = [];
  if (sorted.length === 0) faults.push('There are no modules.');
  for (const [path, count] of lines)
    if (count > longest) faults.push(`${path} has ${count} lines; at most ${longest} are allowed.`);
  if (median < shortestMedian)
    faults.push(`The median is ${median} lines; it must be at least ${shortestMedian}.`);
  if (small > sorted.length * largestSmallShare)
    faults.push(
      `${small} of ${sorted.length} modules have at most ${smallLines} lines; one in ten may.`,
    );
  return { count: sorted.length, median, small, faults };
}
