import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connect, Plugin, ResolvedConfig } from 'vite';
import { caddyFile } from './caddy-file.ts';
import { backendOrigin, checkBase } from './hosted-build.ts';
import type { HostedBuild } from './hosted-build.ts';
import { nginxFile } from './nginx-file.ts';
import { findPreloads, readPreloads } from './page-preloads.ts';
import { scriptHashes, styleHashes } from './script-hashes.ts';
import { cacheControl, devHeaders, securityHeaders } from './security-headers.ts';
import { headersFile, redirectsFile } from './static-host-files.ts';
import { offersPasskeys, passkeyEndpoints, passkeyEndpointsPath, wellKnown } from './well-known.ts';

/**
 * Sends the security headers from the dev and preview servers, and writes them into `dist` for
 * static hosts.
 */
export function securityHeadersPlugin(): Plugin {
  let config: ResolvedConfig;
  const facts = (html: string) => ({
    scriptHashes: scriptHashes(html),
    styleHashes: styleHashes(html),
    backendOrigin: backendOrigin(config.env['VITE_BACKEND_URL']),
  });
  return {
    name: 'security-headers',
    configResolved(resolved) {
      config = resolved;
      checkBase(config.base, process.env['APP_URL']);
      backendOrigin(config.env['VITE_BACKEND_URL']);
    },
    configureServer(server) {
      server.middlewares.use(withHeaders(() => devHeaders));
      server.middlewares.use(wellKnown(config.base));
    },
    configurePreviewServer(server) {
      const { base } = config;
      const dist = resolve(config.root, config.build.outDir);
      const page = readFileSync(join(dist, 'index.html'), 'utf8');
      const headers = securityHeaders(facts(page));
      const preloads = readPreloads(readFileSync(join(dist, '_headers'), 'utf8'));
      server.middlewares.use(
        withHeaders((url) => {
          const [path = '/'] = url.split('?', 1);
          const link = preloads[path];
          return {
            ...headers,
            'Cache-Control': cacheControl(path, base),
            ...(link && { Link: link }),
          };
        }),
      );
      server.middlewares.use(wellKnown(config.base, offersPasskeys(page)));
      // This was a chunk of an older build: a page sent in its place would be cached under that
      // name for a year.
      server.middlewares.use((request, response, next) => {
        const [path = '/'] = (request.url ?? '/').split('?', 1);
        const isAsset = path.startsWith(`${base}assets/`);
        if (!isAsset || existsSync(join(dist, path.slice(base.length)))) return next();
        response.removeHeader('Cache-Control');
        response.statusCode = 404;
        response.end();
      });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build gave no index.html.');
        const { base } = config;
        const assets = Object.keys(bundle)
          .filter((name) => name.startsWith('assets/'))
          // The words of all languages are in one folder, named for what is in it: one rule.
          .map((name) => name.replace(/^(assets\/words-\w+)\/.*/, '$1/*'));
        const html = page.source.toString();
        const build: HostedBuild = {
          page: facts(html),
          base,
          preloads: findPreloads(bundle, base),
          assets: [...new Set(assets)],
          publicFiles: readdirSync(config.publicDir),
          offersPasskeys: offersPasskeys(html),
        };
        const origin = process.env['APP_URL'];
        const hostFiles = {
          _headers: headersFile(build),
          _redirects: redirectsFile(base),
          [passkeyEndpointsPath.slice(1)]: passkeyEndpoints(
            origin === undefined ? base : new URL(base, origin).href,
            build.offersPasskeys,
          ),
          '_nginx.conf': nginxFile(build),
          _Caddyfile: caddyFile(build),
        };
        for (const [fileName, source] of Object.entries(hostFiles))
          this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

function withHeaders(
  headersFor: (path: string) => Record<string, string>,
): Connect.NextHandleFunction {
  return (request, response, next) => {
    for (const [name, value] of Object.entries(headersFor(request.url ?? '/')))
      response.setHeader(name, value);
    next();
  };
}
