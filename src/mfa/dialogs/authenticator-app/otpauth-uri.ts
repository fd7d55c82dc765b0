/**
 * What a QR code for authenticator apps says, as a link that a phone opens in one
 * (github.com/google/google-authenticator/wiki/Key-Uri-Format).
 * @param secret base32
 */
export function otpauthUri(secret: string, account: string | undefined): string {
  const issuer = encodeURIComponent('MFA settings');
  const label = account ? `${issuer}:${encodeURIComponent(account)}` : issuer;
  return `otpauth://totp/${label}?secret=${encodeURIComponent(secret.replace(/=+$/, ''))}&issuer=${issuer}`;
}
