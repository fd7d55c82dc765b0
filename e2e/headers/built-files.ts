import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { acceptedEncoding, encodings } from './accepted-encoding.ts';
import type { Headers } from './read-headers.ts';

export interface BuiltFile {
  body: Uint8Array<ArrayBuffer>;
  etag: string;
  type: string;
  /** By the name of the encoding; smaller than `body`. */
  compressed: Map<string, Uint8Array<ArrayBuffer>>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Every file that people may load, by its path. */
export function readBuiltFiles(folder: string): Map<string, BuiltFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const isServed = (name: string) =>
    // `_headers`, `_redirects` and `_nginx.conf` are for other servers.
    !name.startsWith('_') && !encodings.some(({ extension }) => name.endsWith(extension));
  return new Map(
    names.filter(isServed).map((name) => {
      const body = new Uint8Array(readFileSync(path.join(folder, name)));
      const compressed = encodings
        .filter(({ extension }) => names.includes(name + extension))
        .map(
          ({ name: encoding, extension }) =>
            [encoding, new Uint8Array(readFileSync(path.join(folder, name + extension)))] as const,
        );
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      const type = types[path.extname(name)] ?? 'application/octet-stream';
      const url = `/${name.split(path.sep).join('/')}`;
      return [url, { body, etag, type, compressed: new Map(compressed) }];
    }),
  );
}

/** Answers with a file, as small as the browser takes it, or says that it has not changed. */
export function sendFile(request: Request, file: BuiltFile, headers: Headers): Response {
  const encoding = acceptedEncoding(request.headers.get('Accept-Encoding') ?? undefined);
  const compressed = encoding && file.compressed.get(encoding.name);
  // The forms of a file differ byte by byte, so each has a tag of its own.
  const etag = compressed ? `${file.etag.slice(0, -1)}-${encoding.name}"` : file.etag;
  const all = {
    ...headers,
    ETag: etag,
    ...(file.compressed.size > 0 && { Vary: 'Accept-Encoding' }),
  };
  const known = (request.headers.get('If-None-Match') ?? '').split(',');
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers: all });
  const body = compressed ?? file.body;
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      ...all,
      'Content-Type': file.type,
      'Content-Length': String(body.byteLength),
      ...(compressed && { 'Content-Encoding': encoding.name }),
    },
  });
}
