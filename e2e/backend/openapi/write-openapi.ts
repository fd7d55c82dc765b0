/** `npm run openapi`: writes the contract as OpenAPI 3.1, to `e2e/.results/openapi.json` or where its argument says. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openapiDocument } from './openapi-document.ts';

const results = path.join(import.meta.dirname, '../../.results');
const file = path.resolve(process.argv[2] ?? path.join(results, 'openapi.json'));
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(openapiDocument(), null, 2)}\n`);
console.log(`Wrote ${path.relative(process.cwd(), file)}`);
