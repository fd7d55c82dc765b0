import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCompiledCatalog } from '@lingui/cli/api';
import { setupI18n, type Messages } from '@lingui/core';
import { formatter } from '@lingui/format-po';

/** Says an English sentence of the app in another language. Throws where it is not one. */
export type Say = (english: string, values?: Record<string, unknown>) => string;

type Entry = { id: string; english: string; translation: string };

async function readEntries(language: string): Promise<Entry[]> {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith(`/${language}.po`));
  const read = files.map(async (name) => {
    const context = { locale: language, sourceLocale: 'en', filename: name };
    const found = await formatter().parse(readFileSync(join('src', name), 'utf8'), context);
    return Object.entries(found).map(([id, { message = '', translation, context: use }]) => ({
      id,
      // A sentence that is used in two ways is not looked for.
      english: use ? `${use}: ${message}` : message,
      translation,
    }));
  });
  return (await Promise.all(read)).flat();
}

function compile(language: string, sentences: [key: string, sentence: string][]): Messages {
  const options = { namespace: 'json' } as const;
  const { source } = createCompiledCatalog(language, Object.fromEntries(sentences), options);
  return (JSON.parse(source) as { messages: Messages }).messages;
}

/** The words of the language's catalogues. */
export async function readWords(language: string): Promise<Say> {
  const entries = await readEntries(language);
  return say(
    language,
    compile(
      language,
      entries.map(({ english, translation }) => [english, translation]),
    ),
  );
}

function say(language: string, messages: Messages): Say {
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  return (english, values) => {
    if (!(english in messages)) throw new Error(`The app never says "${english}".`);
    return i18n._(english, values);
  };
}

/**
 * A language that nobody speaks: each English sentence with accents, a third longer. What is not so
 * on screen is not translated.
 */
export async function makePseudoWords(): Promise<{
  /** By id, as the app loads them. */
  words: Messages;
  say: Say;
}> {
  const entries = await readEntries('en');
  const words = compile(
    'en',
    entries.map(({ id, translation }) => [id, translation]),
  );
  const said = compile(
    'en',
    entries.map(({ english, translation }) => [english, translation]),
  );
  return { words: disguise(words), say: say('de', disguise(said)) };
}

const accents = Object.fromEntries(
  [...'aàeéiîoøuûnñcçsšyÿzžAÀEÉIÎOØUÛNÑCÇSŠYÝZŽ']
    .join('')
    .match(/../gu)!
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Keeps tags, and the names and cases of values. */
function disguise(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, disguiseTokens(message)]),
  ) as Messages;
}

function disguiseTokens(tokens: unknown): unknown {
  if (typeof tokens === 'string') return disguiseText(tokens);
  if (!Array.isArray(tokens)) return tokens;
  return tokens.map((token: unknown) => {
    if (!Array.isArray(token)) return disguiseTokens(token);
    const [name, type, cases] = token as [string, string?, Record<string, unknown>?];
    if (!cases) return token;
    const disguised = Object.entries(cases).map(([key, one]) => [key, disguiseTokens(one)]);
    return [name, type, Object.fromEntries(disguised)];
  });
}

function disguiseText(text: string): string {
  return text
    .split(/(<[^>]*>)/)
    .map((part) =>
      part.startsWith('<')
        ? part
        : part.replace(/[aeiou]/gi, '$&$&').replace(/\w/g, (letter) => accents[letter] ?? letter),
    )
    .join('');
}
