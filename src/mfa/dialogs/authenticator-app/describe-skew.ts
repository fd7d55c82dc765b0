export interface Skew {
  amount: number;
  unit: 'second' | 'minute' | 'hour';
  isAhead: boolean;
}

/** Below this the header's whole seconds and the way of the answer explain it. */
const noticeable = 10;

/**
 * How far this device's clock is off, in the unit a person would use; undefined where it is right or
 * not known.
 * @param seconds how far it is ahead
 */
export function describeSkew(seconds: number | undefined): Skew | undefined {
  const size = Math.abs(seconds ?? 0);
  if (seconds === undefined || size < noticeable) return undefined;
  const isAhead = seconds > 0;
  if (size < 90) return { amount: size, unit: 'second', isAhead };
  if (size < 5400) return { amount: Math.round(size / 60), unit: 'minute', isAhead };
  return { amount: Math.round(size / 3600), unit: 'hour', isAhead };
}
