import { pathPattern } from '../backend/path-prefixes.ts';
import { pagesWithToken } from './hosted-build.ts';
import type { HostedBuild } from './hosted-build.ts';
import { cacheControl, securityHeaders } from './security-headers.ts';
import { changePassword, passkeyEndpoints, passkeyEndpointsPath } from './well-known.ts';

/** Returns `_Caddyfile`: what the preview server does, as Caddy configuration. Caddy 2.6 and newer read it. */
export function caddyFile(build: HostedBuild): string {
  const { page, base, preloads, publicFiles } = build;
  const isProxied = page.backendOrigin === undefined;
  const headers = Object.entries(securityHeaders(page));
  const matcher = base === '/' ? '' : '@mfa_ours ';
  return `${usage(base)}
# The addresses of these pages contain a token.
@mfa_token path ${pagesWithToken.map((name) => base + name).join(' ')}
skip_log @mfa_token

# In this order; the first handle that matches answers.
route {
${ours(base, isProxied)}
  # Set at once, so that Caddy's own errors have them, too: 502 where the backend is gone.
  header ${matcher}{
${lines(headers.map(([name, value]) => `    ${name} ${quoted(value)}`))}
  }
  header ${matcher}-Server
${isProxied ? proxy(headers.map(([name]) => name)) : ''}
  redir ${changePassword.from} ${base}${changePassword.to} 302
  handle ${passkeyEndpointsPath} {
    header Content-Type application/json
    respond ${quoted(endpoints(build))} 200
  }
${base === '/' ? '' : `  redir ${base.slice(0, -1)} ${base} 308\n`}
  @mfa_asset {
    path ${base}assets/*
    file
  }
  handle @mfa_asset {
    header Cache-Control ${quoted(cacheControl(`${base}assets/`, base))}
${file}
  }
  handle ${base}assets/* {
    respond 404
  }
  handle ${base}* {
    header Cache-Control ${quoted(cacheControl(base, base))}
${lines(Object.entries(preloads).map(([path, link]) => `    header ${path} Link ${quoted(link)}`))}
    # Every other address belongs to the app, even those of these configuration files.
    @mfa_page not path ${publicFiles.map((name) => base + name).join(' ')}
    rewrite @mfa_page ${base}index.html
${file}
  }
}
`;
}

/** The requests that get the headers. What else the host serves gets none of this. */
function ours(base: string, isProxied: boolean): string {
  if (base === '/') return '';
  const app = `^${base.replaceAll('.', '\\.')}`;
  return `  @mfa_ours path_regexp ${quoted(isProxied ? `${app}|${pathPattern}` : app)}`;
}

/** Sends what the build has compressed. Answers differ by it, also the one that is not compressed. */
const file = `    header {
      defer
      Vary Accept-Encoding
    }
    file_server {
      precompressed br gzip
    }`;

function usage(base: string): string {
  const folder = base === '/' ? '/srv/mfa-settings' : `/srv/site${base.slice(0, -1)}`;
  return `# Written by the build: to import in Caddy, in the site that serves this folder.
#
#   example.com {
#     root * ${base === '/' ? folder : '/srv/site'}
#     import ${folder}/_Caddyfile
#   }
#
# The environment variable MFA_BACKEND names the backend, 127.0.0.1:4000 by default.
`;
}

/**
 * Not needed where the app was built for a backend on another origin.
 * @param said the names of headers that the answer has already
 */
function proxy(said: string[]): string {
  return `  @mfa_call path_regexp ${quoted(pathPattern)}
  handle @mfa_call {
    # Passes the Host header on, and replaces what the client sent as X-Forwarded-For.
    reverse_proxy {$MFA_BACKEND:127.0.0.1:4000} {
      # Said above already.
${lines(said.map((name) => `      header_down -${name}`))}
    }
  }
`;
}

/** Caddy would take the braces of the JSON for a placeholder's. */
function endpoints({ base, offersPasskeys }: HostedBuild): string {
  const [begin, end] = ['\\{', '\\}'];
  const json = passkeyEndpoints(`{scheme}://{hostport}${base}`, offersPasskeys);
  return begin + json.slice(1, -1) + end;
}

function lines(each: string[]): string {
  return each.join('\n');
}

/** Quotes a string for Caddy. Throws for characters that could end it. */
function quoted(value: string): string {
  if (/[`\n]/.test(value)) throw new Error(`Caddy cannot send ${JSON.stringify(value)}.`);
  return `\`${value}\``;
}
