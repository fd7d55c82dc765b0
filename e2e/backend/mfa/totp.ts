import { Secret, TOTP } from 'otpauth';

const period = 30;

/**
 * RFC 6238 with the parameters that every authenticator app supports: SHA-1, 6 digits, 30 seconds.
 */
function totp(secret: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });
}

/** 160 random bits (RFC 4226, 4, R6), base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/**
 * Whether a cleaned code has the form of an app's code: six ASCII digits. The library would accept
 * other lengths and scripts.
 */
export function isTotpCode(code: string): boolean {
  return /^[0-9]{6}$/.test(code);
}

/** The time step of a cleaned code, if that is the current one or one before or after it. */
export function matchTotpStep(secret: string, code: string, now: number): number | undefined {
  if (!isTotpCode(code)) return undefined;
  const delta = totp(secret).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : TOTP.counter({ period, timestamp: now }) + delta;
}

/** The code that an app shows. */
export function currentTotpCode(secret: string, now: number): string {
  return totp(secret).generate({ timestamp: now });
}

/** The content of the QR code. */
export function totpUri(secret: string, account: string, issuer: string): string {
  return new TOTP({
    issuer,
    label: account,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  }).toString();
}
