/**
 * [A4] An image of a kind that carries nothing but a picture when it is shown by `<img>`, else
 * undefined: the server's text is put into an address, so it must not be any other address.
 */
export function trustedQrCode(qrCode: string | null | undefined): string | undefined {
  return qrCode && /^data:image\/(?:png|svg\+xml)[;,]/i.test(qrCode) ? qrCode : undefined;
}
