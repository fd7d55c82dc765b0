import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Brand } from '../brand/brand.ts';
import { copyBranded } from '../brand/branded-build.ts';
import { readBuiltFiles, sendFile } from '../headers/built-files.ts';
import { readHeaders } from '../headers/read-headers.ts';
import { cacheControl } from '../headers/security-headers.ts';
import {
  changePassword,
  offersPasskeys,
  passkeyEndpoints,
  passkeyEndpointsPath,
} from '../headers/well-known.ts';

export interface BuiltApp {
  /** Where it was built to be on its host: `/`, or `/account/`. */
  base: string;
  /** The headers of every answer under this origin, those of the backend included. */
  securityHeaders: Record<string, string>;
  answer(request: Request): Response;
}

/**
 * Reads the build into memory, once: a build that is written beside a running server must not mix with
 * the one that it serves.
 *
 * @param folder `dist`
 * @param origin of the app
 */
export function readBuiltApp(folder: string, origin: string): BuiltApp {
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Error(`There is no build in ${folder}. Run: npm run build`);
  const { base, common, headersOf } = readHeaders(folder);
  const files = readBuiltFiles(folder);
  const page = files.get('/index.html')!;
  const isOffered = offersPasskeys(new TextDecoder().decode(page.body));
  const answer = (request: Request): Response => {
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
    if (pathname === changePassword.from) return redirectTo(base + changePassword.to);
    if (pathname === passkeyEndpointsPath)
      return new Response(passkeyEndpoints(new URL(base, origin).href, isOffered), {
        headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' },
      });
    // The host's own address leads to the app, also where the app is below it.
    if (pathname === '/' && base !== '/') return redirectTo(base);
    if (`${pathname}/` === base) return redirectTo(base);
    if (!pathname.startsWith(base)) return new Response(null, { status: 404 });
    const name = pathname.slice(base.length - 1);
    const file = files.get(name);
    // This was a chunk of an older build: a page sent in its place would be cached under that name
    // for a year.
    if (file === undefined && name.startsWith('/assets/'))
      return new Response(null, { status: 404 });
    // Every other address without a file belongs to the app.
    return sendFile(request, file ?? page, {
      'Cache-Control': cacheControl(pathname, base),
      ...headersOf(pathname),
    });
  };
  return { base, securityHeaders: common, answer };
}

function redirectTo(address: string): Response {
  return new Response(null, { status: 302, headers: { Location: address } });
}

/** The same, wearing a brand. The build stays as it is. */
export async function readBrandedApp(
  folder: string,
  origin: string,
  brand: Brand,
): Promise<BuiltApp> {
  const copy = await copyBranded(folder, brand);
  try {
    return readBuiltApp(copy, origin);
  } finally {
    await rm(copy, { recursive: true });
  }
}
