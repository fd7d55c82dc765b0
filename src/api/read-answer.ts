import * as v from 'valibot';

import { envelope } from './contract.ts';
import { RefusedError, UnreadableError } from './errors.ts';
import type { RawAnswer } from './send.ts';

/**
 * Turns an answer into a value of the schema. Fields may stand at the top level or under `data`, and
 * either level may say `success: false`, whatever the status.
 * @throws RefusedError, UnreadableError
 */
export function readAnswer<Schema extends v.GenericSchema>(
  raw: RawAnswer,
  schema: Schema,
): v.InferOutput<Schema> {
  const body = parseEnvelope(raw.text);
  const isOk = raw.status < 300;
  if (!body) {
    // A gateway's own page: these two statuses mean what they say whoever sends them. Any other may
    // be a proxy that does not know the path, so it is no word of the platform's.
    if (raw.status === 401 || raw.status === 429) throw new RefusedError('', raw);
    throw new UnreadableError(raw);
  }
  const inner = v.safeParse(envelope, body['data']);
  const data = inner.success ? inner.output : undefined;
  if (!isOk || body.success === false || data?.success === false) {
    throw new RefusedError(body.error ?? body.message ?? data?.error ?? data?.message ?? '', {
      ...raw,
      data,
      code: body.error_code ?? data?.error_code,
    });
  }
  for (const candidate of [body['data'], { ...body, ...data }, body]) {
    const read = v.safeParse(schema, candidate);
    if (read.success) return read.output;
  }
  throw new UnreadableError(raw);
}

function parseEnvelope(text: string) {
  try {
    const json: unknown = JSON.parse(text);
    const read = v.safeParse(envelope, json);
    // An array is an object to the schema.
    return read.success && !Array.isArray(json) ? read.output : undefined;
  } catch {
    return undefined; // not JSON: a proxy's page, or cut in the middle
  }
}
