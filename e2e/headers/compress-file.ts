import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** Bytes. Smaller files gain next to nothing. */
const smallest = 300;

/** Writes a file a second and third time, as small as brotli and gzip can make it. */
export async function compressFile(file: string): Promise<void> {
  const text = await readFile(file);
  if (text.length < smallest) return;
  const [asBrotli, asGzip] = await Promise.all([
    // Its default is the best quality, 11.
    promisify(brotliCompress)(text),
    promisify(gzip)(text, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, asBrotli), writeFile(`${file}.gz`, asGzip)]);
}
