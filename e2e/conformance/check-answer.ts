import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv';
import { documentedCalls } from '../backend/openapi/documented-calls.ts';
import { answerSchema, openapiDocument } from '../backend/openapi/openapi-document.ts';

/** What a call should answer, in this step. */
export interface Expected {
  /** One of these; 200 by default. */
  status?: number[];
  /** Of a failure, in `error` or `message`. */
  text?: string | undefined;
  /** The name of the schema of `data`, where the answer depends on the request. */
  data?: string;
}

export interface Answer {
  status: number;
  type: string | null;
  text: string;
}

const { components } = openapiDocument();
const ajv = new Ajv2020({ strict: false, allErrors: true });

/** Compares an answer with the contract. Returns what differs, each as a sentence. */
export function checkAnswer(name: string, answer: Answer, expected: Expected = {}): string[] {
  const { status: wanted = [200], text } = expected;
  const differences = wanted.includes(answer.status)
    ? []
    : [`The status is ${answer.status} instead of ${wanted.join(' or ')}.`];
  const body = parseJson(answer.text);
  if (typeof body !== 'object' || body === null)
    return [...differences, 'The answer is not a JSON object.'];
  if (!/^application\/json\b/i.test(answer.type ?? ''))
    differences.push(`Content-Type is ${answer.type ?? 'missing'} instead of application/json.`);
  if (answer.status !== 200) {
    differences.push(...misfits({ $ref: '#/components/schemas/Failure' }, body));
    const { error, message } = body as { error?: unknown; message?: unknown };
    if (text !== undefined && wanted.includes(answer.status) && error !== text && message !== text)
      differences.push(
        `The text is ${JSON.stringify(error ?? message)} instead of ${JSON.stringify(text)}.`,
      );
    return differences;
  }
  if (!wanted.includes(200)) return differences;
  const call = documentedCalls[name];
  if (call === undefined) throw new Error(`${name} is not documented.`);
  const data = expected.data && {
    properties: { data: { $ref: `#/components/schemas/${expected.data}` } },
  };
  return [...differences, ...misfits({ allOf: [answerSchema(call), data ?? {}] }, body)];
}

function misfits(schema: object, body: unknown): string[] {
  const validate = ajv.compile({ ...schema, components });
  if (validate(body)) return [];
  return (validate.errors ?? []).filter(isTelling).map((error) => describe(error, body));
}

/** Where no branch fits, the branches say what is missing; `anyOf` itself says nothing. */
function isTelling({ keyword }: ErrorObject): boolean {
  return keyword !== 'anyOf';
}

/** Names what stands there only where it is a text or a flag of the contract: others may be secret. */
function describe({ instancePath, message, keyword, params }: ErrorObject, body: unknown): string {
  const place = instancePath === '' ? 'The answer' : instancePath.slice(1).replaceAll('/', '.');
  const allowed: unknown = keyword === 'const' ? [params['allowedValue']] : params['allowedValues'];
  if (!Array.isArray(allowed)) return `${place} ${message ?? 'does not fit'}.`;
  const found = instancePath
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], body);
  const wanted = allowed.map((value) => JSON.stringify(value)).join(' or ');
  return `${place} is ${JSON.stringify(found)} instead of ${wanted}.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
