import { I18n, i18n, type Messages } from '@lingui/core';

/** By the id that Lingui derives from the English sentence. */
let own: Messages = {};
/** What `own` was compiled from, as JSON: a page may give another object with the same words. */
let ownOf: string | undefined;
let catalogue: Messages | undefined;
let layered: Messages = {};

/*
 * Own words lie over the catalogue, whatever language it is in and whatever part of it is added later, which
 * is written into the catalogue. Lingui looks for a sentence in `messages` alone.
 */
Object.defineProperty(i18n, 'messages', {
  get(): Messages {
    const shown: Messages = Reflect.get(I18n.prototype, 'messages', i18n);
    if (shown !== catalogue) {
      catalogue = shown;
      layered = new Proxy(shown, {
        get: (words, id) => Reflect.get(id in own ? own : words, id),
      });
    }
    return layered;
  },
});

/**
 * Shows other words for some sentences. What turns them into messages loads only where there are some.
 * @param messages by English sentence, in ICU's message format
 */
export async function overrideMessages(
  messages: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  const text = JSON.stringify(messages);
  if (text === ownOf) return;
  ownOf = text;
  const compiled = messages ? (await import('./compile-messages.ts')).compile(messages) : {};
  // Meanwhile, others were given.
  if (text !== ownOf) return;
  own = compiled;
  i18n.emit('change');
}
