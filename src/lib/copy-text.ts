/**
 * Copies to the clipboard. Resolves to whether that worked: a browser may refuse, by a policy or
 * outside a secure context, where it has no clipboard at all.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
