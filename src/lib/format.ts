import { i18n } from '@lingui/core';

/** Seconds as minutes and seconds, in the digits of the language: 9:41, 0:07, ۹:۴۱. */
export function formatDuration(seconds: number): string {
  const minutes = i18n.number(Math.floor(seconds / 60));
  return `${minutes}:${i18n.number(seconds % 60, { minimumIntegerDigits: 2 })}`;
}

/** An address that only its owner recognises: a•••@example.com. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '•••';
  // By code point, so that a surrogate pair is not cut in two.
  return `${[...email][0]}•••${email.slice(at)}`;
}
