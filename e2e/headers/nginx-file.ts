import { pathPattern } from '../backend/path-prefixes.ts';
import { pagesWithToken } from './hosted-build.ts';
import type { HostedBuild } from './hosted-build.ts';
import { cacheControl, securityHeaders } from './security-headers.ts';
import { changePassword, passkeyEndpoints, passkeyEndpointsPath } from './well-known.ts';

/** Returns `_nginx.conf`: what the preview server does, as nginx configuration. */
export function nginxFile(build: HostedBuild): string {
  const { page, base } = build;
  const proxied = page.backendOrigin === undefined;
  const variables = `set $mfa_cache ${quoted(cacheControl(base, base))};
set $mfa_link "";`;
  const wellKnown = `location = ${changePassword.from} { absolute_redirect off; return 302 ${base}${changePassword.to}; }
location = ${passkeyEndpointsPath} { default_type application/json; return 200 '${passkeyEndpoints(`$scheme://$http_host${base}`, build.offersPasskeys)}'; }`;
  if (base === '/')
    return `${usage}
${common(build)}
${variables}

location / { rewrite ^ /index.html break; }
${locations(build)}
${wellKnown}
${proxied ? proxy(build) : ''}`;
  // What else the host serves gets none of this.
  return `${usageBelow(base)}
${variables}

location = ${base.slice(0, -1)} { absolute_redirect off; return 308 ${base}$is_args$args; }
location ^~ ${base} {
${common(build)}
rewrite ^ ${base}index.html break;
${locations(build)}
}
${wellKnown}
${proxied ? proxy(build, common(build)) : ''}`;
}

const usage = `# Written by the build: to include in nginx, in the server that serves this folder. The upstream is the backend.
#
#   upstream mfa_backend { server 127.0.0.1:4000; }
#   server { listen 80; return 301 https://$host$request_uri; }
#   server {
#     listen 443 ssl;
#     …
#     root /srv/mfa-settings;
#     # brotli_static on;   where nginx has the brotli module: sends the .br file beside each file
#     include /srv/mfa-settings/_nginx.conf;
#   }
`;

const usageBelow = (
  base: string,
) => `# Written by the build: to include in nginx, in the server of the host. The upstream is the backend.
#
#   upstream mfa_backend { server 127.0.0.1:4000; }
#   server {
#     listen 443 ssl;
#     …
#     root /srv/site;   the folder of this build is /srv/site${base.slice(0, -1)}
#     include /srv/site${base}_nginx.conf;
#   }
`;

function common({ page }: HostedBuild): string {
  const headers = Object.entries(securityHeaders(page));
  return `server_tokens off;
# Nothing is sniffed, so every type is named.
types { text/html html; text/javascript js; text/css css; application/json json; image/svg+xml svg; }
charset utf-8;
charset_types text/html text/javascript text/css;
# The .gz file beside each file, as small as gzip gets; what has none is compressed for each request.
gzip_static on;
gzip on;
gzip_types text/javascript text/css application/json image/svg+xml;
gzip_vary on;

# Here alone: a location with an add_header of its own would inherit none. An empty one is not sent.
${lines(headers.map(([name, value]) => `add_header ${name} ${quoted(value)} always;`))}
add_header Cache-Control $mfa_cache;
add_header Link $mfa_link;`;
}

function locations({ base, preloads, publicFiles }: HostedBuild): string {
  const withToken = pagesWithToken.map((name) => base + name);
  const pages = [...new Set([...Object.keys(preloads), ...withToken])];
  return `${lines(
    pages.map((path) => {
      const link = preloads[path] ? ` set $mfa_link ${quoted(preloads[path])};` : '';
      const log = withToken.includes(path) ? ' access_log off;' : '';
      return `location = ${path} {${link}${log} rewrite ^ ${base}index.html break; }`;
    }),
  )}
${lines(publicFiles.map((name) => `location = ${base}${name} { }`))}
location ^~ ${base}assets/ { set $mfa_cache ${quoted(cacheControl(`${base}assets/`, base))}; try_files $uri =404; }`;
}

/**
 * Passes requests on to the backend. Not needed where the app was built for a backend on another
 * origin.
 * @param directives what the server does not say already
 */
function proxy({ page }: HostedBuild, directives = ''): string {
  return `
location ~ ${pathPattern} {
${directives}
  set $mfa_cache "";
  # Said above already.
${lines(Object.keys(securityHeaders(page)).map((name) => `  proxy_hide_header ${name};`))}
  proxy_http_version 1.1;
  proxy_set_header Connection "";
  proxy_set_header Host $http_host;
  # Not what the client sent under this name: the backend counts failures by it (TRUSTED_PROXY).
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_pass http://mfa_backend;
}
`;
}

function lines(each: string[]): string {
  return each.join('\n');
}

/** Quotes a string for nginx. Throws for characters that could end the quoted string. */
function quoted(value: string): string {
  if (/["\\$\n]/.test(value)) throw new Error(`nginx cannot send ${JSON.stringify(value)}.`);
  return `"${value}"`;
}
