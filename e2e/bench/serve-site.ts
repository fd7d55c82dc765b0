import { createSecureServer } from 'node:http2';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { readBuiltFiles, sendFile } from '../headers/built-files.ts';
import type { Headers } from '../headers/read-headers.ts';

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
export async function serveSite({
  certificate,
  folder,
  headersFor,
  api,
}: SiteOptions): Promise<Site> {
  const files = readBuiltFiles(folder);
  const fileAt = (url: string) => files.get(url) ?? files.get('/index.html')!;
  const answer = getRequestListener(
    (request) => {
      const { pathname } = new URL(request.url);
      return sendFile(request, fileAt(pathname), headersFor(pathname));
    },
    { overrideGlobalObjects: false },
  );
  const server = createSecureServer({ ...certificate, allowHTTP1: true }, (request, response) => {
    if (!api(request, response)) void answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const sizeOf = (url: string, encoding: string) => {
    const { body, compressed } = fileAt(url);
    return (compressed.get(encoding) ?? body).byteLength;
  };
  return {
    url: `https://localhost:${String(port)}`,
    sizeOf: (url) => ({ br: sizeOf(url, 'br'), gzip: sizeOf(url, 'gzip') }),
    close: () => void server.close(),
  };
}
