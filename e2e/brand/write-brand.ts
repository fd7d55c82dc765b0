/**
 * `npm run brand -- FILE [FOLDER]`: writes the build in `dist` with the brand of a file, into another folder or, by
 * default, in place. `--dist <folder>` names another build.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBrand } from './brand.ts';
import { writeBrandedBuild } from './branded-build.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dist: { type: 'string', default: path.join(import.meta.dirname, '../../dist') } },
  });
  const [file, folder = values.dist] = positionals;
  if (file === undefined)
    throw new Error('Name a brand file: npm run brand -- brand.json dist-acme');
  await writeBrandedBuild(values.dist, folder, readBrand(file));
  console.log(`${folder} wears the brand of ${file}.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
