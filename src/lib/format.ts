/** Seconds as minutes and seconds: 9:41, 0:07. */
export function formatDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** An address that only its owner recognises: a•••@example.com. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '•••';
  // By code point, so that a surrogate pair is not cut in two.
  return `${[...email][0]}•••${email.slice(at)}`;
}
