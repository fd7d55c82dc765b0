import { createCompiledCatalog } from '@lingui/cli/api';

type Token = string | [name: string] | [name: string, type: string, cases: Record<string, Tokens>];
type Tokens = string | Token[];

/** What a message of a catalogue is made of. */
export interface Sentence {
  /** The names of the values that it takes, each once, sorted. */
  values: string[];
  /** By the value that a plural counts: the categories that it has a case for. */
  plurals: Map<string, string[]>;
  /** What a person may read: each combination of the cases. Tags stay, values are `{name}`. */
  readings: string[];
}

/** Reads an ICU message. @throws where it cannot be compiled */
export function readSentence(message: string): Sentence {
  const { source, errors } = createCompiledCatalog('en', { it: message }, { namespace: 'json' });
  if (errors[0]) throw errors[0].error;
  const { it } = (JSON.parse(source) as { messages: { it: Tokens } }).messages;
  const values = new Set<string>();
  const plurals = new Map<string, string[]>();
  const readings = read(it, values, plurals);
  return { values: [...values].toSorted(), plurals, readings };
}

function read(tokens: Tokens, values: Set<string>, plurals: Map<string, string[]>): string[] {
  if (typeof tokens === 'string') return [tokens];
  return tokens.reduce<string[]>(
    (readings, token) => {
      const added = readToken(token, values, plurals);
      return readings.flatMap((before) => added.map((after) => before + after));
    },
    [''],
  );
}

function readToken(token: Token, values: Set<string>, plurals: Map<string, string[]>): string[] {
  if (typeof token === 'string') return [token];
  const [name, , cases] = token;
  values.add(name);
  if (!cases) return [`{${name}}`];
  const { offset: _, ...all } = cases;
  plurals.set(name, Object.keys(all));
  return Object.values(all).flatMap((tokens) => read(tokens, values, plurals));
}
