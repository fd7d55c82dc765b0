import * as v from 'valibot';
import { Refusal } from './refusal.ts';

const maxBytes = 64 * 1024;

/**
 * Reads the whole body as text. Throws a 413 as soon as it is too long, whatever `Content-Length`
 * says.
 */
export async function readBody(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new Refusal(413, 'The request is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Parses a body. Throws a 415 where it is not JSON, and a 400 with the field's name where it does
 * not fit the schema. An empty body counts as `{}`.
 */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  contentType: string | null,
): v.InferOutput<Schema> {
  const isJson = /^application\/json\s*(;|$)/i.test(contentType ?? '');
  if (text !== '' && !isJson) throw new Refusal(415, 'The request must be JSON');
  // SQL text cannot contain U+0000.
  if (text.includes(String.raw`\u0000`))
    throw new Refusal(400, 'The request holds a null character');
  const result = v.safeParse(schema, text === '' ? {} : parseJson(text));
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0]) ?? 'body';
  if (field === 'mfaType') throw new Refusal(400, 'Invalid MFA type specified');
  throw new Refusal(400, `Invalid field: ${field}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Refusal(400, 'The request is not valid JSON');
    throw cause;
  }
}
