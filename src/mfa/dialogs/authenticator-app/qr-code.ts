import { config } from '../../../api/config.ts';

/**
 * The server's QR code, where it is an image of a kind that can only show a picture in `<img>`; else
 * undefined. The server's text becomes an address, so it must be no other address: security
 * requirement A4.
 */
export function trustedQrCode(qrCode: string | null | undefined): string | undefined {
  return qrCode && /^data:image\/(?:png|svg\+xml)[;,]/i.test(qrCode) ? qrCode : undefined;
}

/**
 * What a QR code for authenticator apps contains, as a link that opens such an app on a phone
 * (github.com/google/google-authenticator/wiki/Key-Uri-Format).
 * @param secret base32
 */
export function otpauthUri(secret: string, account: string | undefined): string {
  const issuer = encodeURIComponent(config.issuer ?? 'MFA settings');
  const label = account ? `${issuer}:${encodeURIComponent(account)}` : issuer;
  return `otpauth://totp/${label}?secret=${encodeURIComponent(secret.replace(/=+$/, ''))}&issuer=${issuer}`;
}
