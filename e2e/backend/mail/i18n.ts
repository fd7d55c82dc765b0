import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setupI18n } from '@lingui/core';
import type { Messages } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import PO from 'pofile';
import { localesFolder, matchLanguage, sourceLanguage } from '../http/languages.ts';
import { isolate } from './isolate.ts';

/**
 * A sentence of a mail in its language. Its values are cleaned and isolated. Only `I18n` makes one, so
 * that no name reaches a mail in another way.
 */
export type Said = string & { readonly [said]: true };
declare const said: unique symbol;

/** A value that is worded in the language of the mail, such as "Firefox on Windows". */
export interface Phrase {
  said: Said;
}

type Values = Readonly<Record<string, string | number | Phrase>>;

/** Says the backend's sentences in one language. Named so that `lingui extract` finds `i18n._('…')`. */
export interface I18n {
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  /**
   * @param sentence in English, in ICU's message format
   * @param about notes for translators, which only `lingui extract` reads
   */
  _(sentence: string, values?: Values, about?: { comment: string }): Said;
}

const opened = new Map<string, Promise<I18n>>();

/**
 * Opens the catalogue of a language, once.
 * @param wanted BCP 47; where there is no catalogue for it, the sentences are in English
 */
export function openI18n(wanted: string | undefined): Promise<I18n> {
  const language = matchLanguage(wanted === undefined ? [] : [wanted]) ?? sourceLanguage;
  const i18n = opened.get(language) ?? readI18n(language);
  opened.set(language, i18n);
  return i18n;
}

async function readI18n(language: string): Promise<I18n> {
  const { items } = PO.parse(await readFile(path.join(localesFolder, `${language}.po`), 'utf8'));
  const messages: Messages = {};
  // A sentence that isn't translated is said in English.
  for (const { msgid, msgstr } of items) messages[msgid] = compileMessage(msgstr[0] || msgid);
  const lingui = setupI18n({ locale: language, messages: { [language]: messages } });
  lingui.setMessagesCompiler(compileMessage);
  return {
    language,
    direction: /^(Arab|Hebr)$/.test(scriptOf(language)) ? 'rtl' : 'ltr',
    _: (sentence, values = {}) => {
      const isolated = Object.entries(values).map(([name, value]) => [name, part(value)]);
      return lingui._(sentence, Object.fromEntries(isolated)) as Said;
    },
  };
}

const scriptOf = (language: string) => new Intl.Locale(language).maximize().script ?? '';

/** A phrase runs in the direction of the words around it, and its own values are isolated already. */
function part(value: string | number | Phrase): string | number {
  if (typeof value === 'object') return value.said;
  return typeof value === 'string' ? isolate(value) : value;
}
