import { pathPattern } from '../backend/path-prefixes.ts';
import { cacheControl, securityHeaders } from './security-headers.ts';
import type { PageFacts } from './security-headers.ts';
import { changePassword, passkeyEndpoints, passkeyEndpointsPath } from './well-known.ts';

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

// Their addresses contain a token that is valid until it is used, so they must not be logged.
const pagesWithToken = ['/activate', '/sign-in/link', '/reset-password'];

/**
 * Returns `_nginx.conf`: what the preview server does, as nginx configuration.
 *
 * @param publicFiles the files beside index.html, e.g. `favicon.svg`; every other address outside
 *   `/assets/` belongs to the app, even those of these configuration files
 */
export function nginxFile(
  facts: PageFacts,
  preloads: Record<string, string>,
  publicFiles: readonly string[],
): string {
  const headers = Object.entries(securityHeaders(facts));
  const pages = [...new Set([...Object.keys(preloads), ...pagesWithToken])];
  return `${usage}
server_tokens off;
# Nothing is sniffed, so every type is named.
types { text/html html; text/javascript js; text/css css; image/svg+xml svg; }
charset utf-8;
charset_types text/html text/javascript text/css;
# The .gz file beside each file, as small as gzip gets; what has none is compressed for each request.
gzip_static on;
gzip on;
gzip_types text/javascript text/css image/svg+xml;
gzip_vary on;

# Here alone: a location with an add_header of its own would inherit none. An empty one is not sent.
${lines(headers.map(([name, value]) => `add_header ${name} ${quoted(value)} always;`))}
add_header Cache-Control $mfa_cache;
add_header Link $mfa_link;
set $mfa_cache ${quoted(cacheControl('/'))};
set $mfa_link "";

location / { rewrite ^ /index.html break; }
${lines(
  pages.map((path) => {
    const link = preloads[path] ? ` set $mfa_link ${quoted(preloads[path])};` : '';
    const log = pagesWithToken.includes(path) ? ' access_log off;' : '';
    return `location = ${path} {${link}${log} rewrite ^ /index.html break; }`;
  }),
)}
location = ${changePassword.from} { absolute_redirect off; return 302 ${changePassword.to}; }
location = ${passkeyEndpointsPath} { default_type application/json; return 200 '${passkeyEndpoints('$scheme://$http_host')}'; }
${lines(publicFiles.map((name) => `location = /${name} { }`))}
location ^~ /assets/ { set $mfa_cache ${quoted(cacheControl('/assets/'))}; try_files $uri =404; }
${facts.backendOrigin === undefined ? proxy(headers.map(([name]) => name)) : ''}`;
}

/**
 * Passes requests on to the backend. Not needed where the app was built for a backend on another
 * origin.
 */
function proxy(headers: string[]): string {
  return `
location ~ ${pathPattern} {
  set $mfa_cache "";
  # Said above already.
${lines(headers.map((name) => `  proxy_hide_header ${name};`))}
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
