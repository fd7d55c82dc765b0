import { i18n } from '@lingui/core';
import { generateMessageId } from '@lingui/message-utils/generateMessageId';
import { beforeEach, expect, it } from 'vitest';

import { addWords } from '../lib/words.ts';
import { overrideMessages } from './messages.ts';

const shown = (sentence: string, values = {}) => i18n._(generateMessageId(sentence), values);

beforeEach(async () => {
  i18n.loadAndActivate({
    locale: 'en',
    messages: { [generateMessageId('Methods')]: 'Methods', [generateMessageId('Off')]: 'Off' },
  });
  await overrideMessages(undefined);
});

it('Own words stand in the place of a sentence, and go again', async () => {
  await overrideMessages({ Methods: 'Ways to sign in' });
  expect([shown('Methods'), shown('Off')]).toEqual(['Ways to sign in', 'Off']);
  await overrideMessages(undefined);
  expect(shown('Methods')).toBe('Methods');
});

it('Own words take values and plurals', async () => {
  await overrideMessages({
    'Turn on {name}': 'Enable {name}',
    '{count, plural, one {# passkey} other {# passkeys}}':
      '{count, plural, one {# key} other {# keys}}',
  });
  expect(shown('Turn on {name}', { name: 'Passkey' })).toBe('Enable Passkey');
  const keys = '{count, plural, one {# passkey} other {# passkeys}}';
  expect([1, 2].map((count) => shown(keys, { count }))).toEqual(['1 key', '2 keys']);
});

it('Own words outlive what loads later, and another language', async () => {
  await overrideMessages({ Methods: 'Ways to sign in' });
  addWords({ [generateMessageId('Methods')]: 'Methods', [generateMessageId('On')]: 'On' });
  expect([shown('Methods'), shown('On')]).toEqual(['Ways to sign in', 'On']);
  i18n.loadAndActivate({ locale: 'de', messages: { [generateMessageId('Off')]: 'Aus' } });
  expect([shown('Methods'), shown('Off')]).toEqual(['Ways to sign in', 'Aus']);
});

it('What shows the words hears of others once, however often the same are given', async () => {
  let changes = 0;
  const stop = i18n.on('change', () => (changes += 1));
  await overrideMessages({ Methods: 'Ways' });
  await overrideMessages({ Methods: 'Ways' });
  stop();
  expect(changes).toBe(1);
});
