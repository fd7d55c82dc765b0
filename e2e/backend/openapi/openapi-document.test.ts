import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { startTestBackend } from '../testing/start-test-backend.ts';
import { send } from '../testing/send.ts';
import { routes } from '../routes.ts';
import { completeRegistrationAlias, documentedCalls } from './documented-calls.ts';
import { openapiDocument } from './openapi-document.ts';

it('The document is valid OpenAPI 3.1, and its references lead somewhere', async () => {
  const document = openapiDocument();
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  expect(() => validator.resolveRefs()).not.toThrow();
  const ids = JSON.stringify(document).match(/"operationId":"[^"]+"/g) ?? [];
  expect(new Set(ids).size).toBe(Object.keys(documentedCalls).length);
});

it('Every call of the backend is documented, with the body that it takes and who may make it', () => {
  const ofBackend = routes
    .map(({ method, path, body, access }) => ({
      name: `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
      body,
      isOpen: access === 'open',
      isLimited: access === 'limited',
    }))
    .filter(({ name }) => name !== completeRegistrationAlias);
  const documented = Object.entries(documentedCalls).map(([name, call]) => ({
    name,
    body: call.body,
    isOpen: call.isOpen ?? false,
    isLimited: call.isLimited ?? false,
  }));
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  expect(documented.toSorted(byName)).toEqual(ofBackend.toSorted(byName));
});

it('The demo serves the document; elsewhere it is not found', async () => {
  const demo = await startTestBackend({ demo: true });
  const response = await demo.fetch(new Request('http://localhost:3000/dev/openapi.json'));
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(openapiDocument())));
  await demo.close();
  const real = await startTestBackend();
  expect((await send(real, 'GET /dev/openapi.json')).status).toBe(404);
  await real.close();
});
