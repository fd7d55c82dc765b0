import { existsSync, readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { acceptedEncoding } from '../headers/accepted-encoding.ts';
import type { Headers } from '../headers/read-headers.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Answers a request and returns true, or returns false where it belongs to no API. */
type Api = (request: Http2ServerRequest, response: Http2ServerResponse) => boolean;

interface SiteOptions {
  /** PEM. */
  certificate: { cert: string; key: string };
  /** What a build wrote, with its compressed files. */
  folder: string;
  headersFor: (path: string) => Headers;
  api: Api;
}

export interface Site {
  url: string;
  /** Bytes of a file of the site, compressed. */
  sizeOf(path: string): { br: number; gzip: number };
  close(): void;
}

/** Serves a built page and its API over HTTP/2, on a free port of 127.0.0.1. */
export async function serveSite({ certificate, folder, headersFor, api }: SiteOptions) {
  const sizeOf = (url: string, extension: string) => {
    const file = path.join(folder, url);
    return readFileSync(existsSync(file + extension) ? file + extension : file).length;
  };
  const server = createSecureServer({ ...certificate, allowHTTP1: true }, (request, response) => {
    if (api(request, response)) return;
    const [url = '/'] = request.url.split('?', 1);
    const headers: Headers = { ...headersFor(url), Vary: 'Accept-Encoding' };
    const asked = url === '/' || !existsSync(path.join(folder, url)) ? '/index.html' : url;
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    const compressed = path.join(folder, `${asked}${encoding?.extension ?? ''}`);
    const isCompressed = encoding !== undefined && existsSync(compressed);
    const body = readFileSync(isCompressed ? compressed : path.join(folder, asked));
    headers['Content-Type'] = types[path.extname(asked)] ?? 'application/octet-stream';
    headers['ETag'] = `"${String(body.length)}-${path.basename(asked)}"`;
    if (isCompressed) headers['Content-Encoding'] = encoding.name;
    const isKnown = request.headers['if-none-match'] === headers['ETag'];
    response.writeHead(isKnown ? 304 : 200, headers);
    response.end(isKnown ? '' : body);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${String(port)}`,
    sizeOf: (url: string) => ({ br: sizeOf(url, '.br'), gzip: sizeOf(url, '.gz') }),
    close: () => void server.close(),
  };
}
