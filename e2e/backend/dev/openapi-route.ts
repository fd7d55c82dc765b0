import type { App } from '../create-app.ts';

/** Describes the backend's calls as OpenAPI. Only in a demo. */
export function addOpenapiRoute(app: App): void {
  app.get('/dev/openapi.json', async (c) => {
    // Loaded here: the server needs it only in a demo.
    const { openapiDocument } = await import('../openapi/openapi-document.ts');
    return c.json(openapiDocument());
  });
}
