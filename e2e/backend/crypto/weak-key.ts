/** What people put where a key belongs until they have one. */
const placeholders =
  /change.?me|secret|password|passphrase|example|insecure|default|placeholder|qwerty/i;

/**
 * Why a secret key is no key, or undefined. It refuses fewer than one in ten million random keys, so
 * somebody typed what it refuses, and somebody else can guess it.
 *
 * @param text as it was configured, in hexadecimal or base64.
 * @param key the bytes it stands for.
 */
export function explainWeakKey(text: string, key: Uint8Array): string | undefined {
  const bytes = [...key];
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return 'is text';
  if (isBase64(text) && (placeholders.test(text) || isOfOneCase(text))) return 'is made of words';
  if (new Set(bytes).size < 12) return 'repeats itself';
  if (repeats(bytes) || repeats(steps(bytes))) return 'repeats itself';
  return undefined;
}

function isBase64(text: string): boolean {
  return !/^[0-9a-f]+$/i.test(text);
}

/** Random base64 has letters of both. */
function isOfOneCase(text: string): boolean {
  return !/[a-z]/.test(text) || !/[A-Z]/.test(text);
}

/** Whether the whole is a shorter part over and over, the last time perhaps cut short. */
function repeats(values: number[]): boolean {
  const longest = Math.floor((values.length * 3) / 4);
  return Array.from({ length: longest }, (_, index) => index + 1).some((period) =>
    values.every((value, index) => index < period || value === values[index - period]),
  );
}

/** From each byte to the next: all the same where somebody counted up or down. */
function steps(bytes: number[]): number[] {
  return bytes.slice(1).map((byte, index) => (byte - (bytes[index] ?? 0)) & 0xff);
}
