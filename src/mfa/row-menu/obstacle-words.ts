import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import { addWords } from '../../lib/words.ts';
import type { Obstacle } from '../describe-methods.ts';
import { messages } from './locales/en.po';

addWords(messages);

/** Why an action is not possible now. The menu of a row says so, and the dialog. */
export const obstacleWords: Record<Obstacle, MessageDescriptor> = {
  'required-by-organization': msg`Your organization requires a second step, and this is your only method. Turn on another one first.`,
};
