import * as v from 'valibot';

import { envelope } from './contract.ts';
import { RefusedError, UnreadableError } from './errors.ts';
import type { RawAnswer } from './send.ts';

/**
 * Parses an answer. Fields may be at the top level or under `data`, and either level may say
 * `success: false`, whatever the status.
 * @throws RefusedError, UnreadableError
 */
export function readAnswer<Schema extends v.GenericSchema>(
  raw: RawAnswer,
  schema: Schema,
): v.InferOutput<Schema> {
  const body = parseEnvelope(raw.text);
  const isOk = raw.status < 300;
  if (!body) {
    // A gateway's own page. 401 and 429 mean the same from a gateway. Any other status may come
    // from a proxy that does not know the path, so it says nothing about the platform.
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
    // The schema accepts arrays as objects.
    return read.success && !Array.isArray(json) ? read.output : undefined;
  } catch {
    return undefined; // not JSON: a proxy's page, or cut in the middle
  }
}
