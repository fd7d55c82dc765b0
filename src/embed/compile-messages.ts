import type { Messages } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { generateMessageId } from '@lingui/message-utils/generateMessageId';

/** Compiled messages by their id, as a catalogue has them. */
export function compile(messages: Readonly<Record<string, string>>): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([sentence, words]) => [
      generateMessageId(sentence),
      compileMessage(words),
    ]),
  );
}
