/** At most 4 kB of three base64url parts: anything else was cut or never was a token (RFC 7519). */
export function hasTokenShape(token: string): boolean {
  return token.length <= 4096 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}
