import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connect, Plugin, ResolvedConfig } from 'vite';
import { pathPattern } from '../backend/path-prefixes.ts';
import { acceptedEncoding } from './accepted-encoding.ts';
import { compressFile } from './compress-file.ts';

const textFile = /\.(html|js|css|svg|json)$/;

/**
 * Writes each text file of the build a second and third time, compressed as well as brotli and gzip
 * can (too slow to be done for each request), and lets the preview server send these.
 */
export function precompressed(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'precompressed',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }, bundle) {
        if (dir === undefined) throw new Error('The build has no folder.');
        const files = Object.keys(bundle).filter((name) => textFile.test(name));
        await Promise.all(files.map((name) => compressFile(join(dir, name))));
      },
    },
    configurePreviewServer(server) {
      const folder = resolve(config.root, config.build.outDir);
      server.middlewares.use(sendCompressed(folder, config.base));
    },
  };
}

const backendPath = new RegExp(pathPattern);

/**
 * Names the compressed file in the request. What serves the files after this middleware knows these
 * names: it sends the type of the file and its `Content-Encoding`.
 */
function sendCompressed(folder: string, base: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    // Parts of a file are parts of the file as it is.
    const isOurs = path.startsWith(base) && !backendPath.test(path);
    if (!isRead || !isOurs || request.headers.range !== undefined) return next();
    const asked = path === base ? 'index.html' : path.slice(base.length);
    const isFile = existsSync(join(folder, asked));
    const isForPage = /^$|text\/html|\*\/\*/.test(request.headers.accept ?? '');
    // Every address without a file belongs to the app.
    const file = isFile || !isForPage ? asked : 'index.html';
    if (!existsSync(join(folder, `${file}.br`))) return next();
    response.setHeader('Vary', 'Accept-Encoding');
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    if (encoding) request.url = base + file + encoding.extension;
    next();
  };
}
