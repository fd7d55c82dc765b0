import { toJsonSchema } from '@valibot/to-json-schema';
import type { JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { documentedCalls, namedSchemas } from './documented-calls.ts';
import type { DocumentedCall } from './documented-calls.ts';

type Json = Record<string, unknown>;

/** What a backend may answer to any call that is not open; the reference backend does. */
const refusals = {
  401: 'The token is missing, bad or expired',
  403: 'The second step (`MFA_REQUIRED`) or a new proof (`REAUTH_REQUIRED`) is needed first',
};
const failuresOfAll = {
  400: 'The request does not fit',
  429: 'Too many tries; `Retry-After` says when to try again, in seconds',
  500: 'Unexpected',
};

/** The contract as OpenAPI 3.1, made of the schemas that the app reads answers with. */
export function openapiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, call] of Object.entries(documentedCalls)) {
    const [method = '', path = ''] = name.split(' ');
    (paths[path] ??= {})[method.toLowerCase()] = operation(name, call);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'MFA settings: the backend contract',
      version: '1.0.0',
      description:
        'The calls that the app makes. The app reads answers more leniently than described here; see docs/backend-contract.md.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The origin of the app' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...Object.fromEntries(
          Object.entries(namedSchemas).map(([name, schema]) => [name, convert(schema, name)]),
        ),
        Failure: {
          type: 'object',
          description: 'The text is in `error` or in `message`.',
          properties: {
            success: { const: false },
            error: { type: 'string' },
            message: { type: 'string' },
            error_code: { type: 'string' },
          },
          required: ['success'],
        },
      },
    },
  };
}

function operation(name: string, call: DocumentedCall): Json {
  const [, path = ''] = name.split(' ');
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: operationId(name),
    summary: call.summary,
    ...(call.isOpen && { security: [] }),
    ...(call.isLimited && { description: 'A token from before the second step is enough.' }),
    ...(parameters.length > 0 && { parameters }),
    ...(call.body && {
      requestBody: { required: true, content: json(convert(call.body)) },
    }),
    responses: {
      200: { description: 'Done', content: json(answerSchema(call)) },
      ...Object.fromEntries(
        Object.entries(failuresOf(call)).map(([status, description]) => [
          status,
          { description, content: json({ $ref: '#/components/schemas/Failure' }) },
        ]),
      ),
    },
  };
}

function failuresOf(call: DocumentedCall): Record<number, string> {
  const own = Object.entries(call.failures ?? {}).map(([status, texts]) => [
    Number(status),
    texts.length > 0 ? texts.map((text) => `\`${text}\``).join(' or ') : undefined,
  ]);
  const all: Record<number, string> = { ...failuresOfAll, ...(call.isOpen ? {} : refusals) };
  for (const [status, texts] of own as [number, string | undefined][]) {
    const general = all[status] ?? 'Refused';
    all[status] = texts === undefined ? general : `${texts}. Also: ${general}`;
  }
  return all;
}

/** Of a call's answer with status 200. */
export function answerSchema({ data, top, message }: DocumentedCall): Json {
  const envelope = {
    type: 'object',
    properties: {
      success: { const: true },
      message:
        message === undefined
          ? { type: 'string' }
          : { enum: typeof message === 'string' ? [message] : message },
      ...(data && { data: convert(data) }),
    },
    required: [
      'success',
      ...(data === undefined ? [] : ['data']),
      ...(message === undefined ? [] : ['message']),
    ],
  };
  return top === undefined ? envelope : { allOf: [envelope, convert(top)] };
}

function json(schema: unknown): Json {
  return { 'application/json': { schema } };
}

/** `POST /sessions/{id}/revoke` becomes `postSessionsIdRevoke`. */
function operationId(name: string): string {
  const [first = '', ...more] = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return first.toLowerCase() + more.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}

/** @param itself the name of a schema that is being described, and not referred to */
function convert(schema: v.GenericSchema, itself?: string): JsonSchema {
  const others = Object.entries(namedSchemas).filter(([name]) => name !== itself);
  const {
    $schema: _dialect,
    $defs: _named,
    ...converted
  } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    // What is sent, and not what the app makes of it.
    typeMode: 'input',
    // Trimming and the like have no words in JSON Schema.
    errorMode: 'ignore',
    definitions: Object.fromEntries(others),
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
    // A field with a fallback may be absent.
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      if (!('entries' in valibotSchema) || jsonSchema.required === undefined) return undefined;
      const entries = valibotSchema.entries as Record<string, object>;
      const required = jsonSchema.required.filter((name) => !('fallback' in entries[name]!));
      return { ...jsonSchema, required };
    },
  });
  return converted;
}
