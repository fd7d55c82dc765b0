/** Placeholders that people leave in a configuration. */
const placeholders =
  /change.?me|secret|password|passphrase|example|insecure|default|placeholder|qwerty/i;

/**
 * Says why a secret key is too weak, or returns undefined. A random key is refused less than once
 * in ten million times, so a refused one was almost certainly typed by hand and can be guessed.
 *
 * @param text the key as configured, in hexadecimal or base64
 * @param key its bytes
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

/** Random base64 contains both upper-case and lower-case letters. */
function isOfOneCase(text: string): boolean {
  return !/[a-z]/.test(text) || !/[A-Z]/.test(text);
}

/** Whether the key repeats a shorter part, of which the last may be incomplete. */
function repeats(values: number[]): boolean {
  const longest = Math.floor((values.length * 3) / 4);
  return Array.from({ length: longest }, (_, index) => index + 1).some((period) =>
    values.every((value, index) => index < period || value === values[index - period]),
  );
}

/** Differences between neighbouring bytes: all equal where somebody counted up or down. */
function steps(bytes: number[]): number[] {
  return bytes.slice(1).map((byte, index) => (byte - (bytes[index] ?? 0)) & 0xff);
}
