import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** From 0, guessed at once, to 4, hardly ever guessed. */
export type Strength = 0 | 1 | 2 | 3 | 4;

// Known passwords alone are 200 kB, so only somebody who chooses a new one loads this module. The words of
// one language would be 600 kB more, and people have passwords in any.
const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** @param known what others know of the account, such as its address; it makes a password weaker */
export function ratePassword(password: string, known: string[]): Strength {
  return estimator.check(password, known).score;
}
