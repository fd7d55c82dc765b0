import { useLingui } from '@lingui/react/macro';

/** The space between two sentences: Chinese and Japanese have none after their full stop. */
export const sentenceGap = (locale: string) => (/^(ja|zh)/.test(locale) ? '' : ' ');

/** Stands between two sentences that are translated apart. */
export function SentenceGap() {
  const { i18n } = useLingui();
  return sentenceGap(i18n.locale);
}
