export interface Skew {
  amount: number;
  unit: 'second' | 'minute' | 'hour';
  isAhead: boolean;
}

/** Seconds. Rounding in the `Date` header and the answer's travel time explain a smaller difference. */
const noticeable = 10;

/**
 * How far this device's clock is off, in the unit a person would use; undefined where the clock is
 * right or the difference is unknown.
 * @param seconds how far the clock is ahead; negative where it is behind
 */
export function describeSkew(seconds: number | undefined): Skew | undefined {
  const size = Math.abs(seconds ?? 0);
  if (seconds === undefined || size < noticeable) return undefined;
  const isAhead = seconds > 0;
  if (size < 90) return { amount: size, unit: 'second', isAhead };
  if (size < 5400) return { amount: Math.round(size / 60), unit: 'minute', isAhead };
  return { amount: Math.round(size / 3600), unit: 'hour', isAhead };
}
