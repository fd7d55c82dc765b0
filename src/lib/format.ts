/** Seconds as a clock shows them: 9:41, 0:07. */
export function formatDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Enough of an address for its owner to know it, and nobody else: a•••@example.com. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '•••';
  // By code point, so that no letter outside the basic plane is cut in two.
  return `${[...email][0]}•••${email.slice(at)}`;
}
