export interface Language {
  /** In the language itself, as its readers look for it. */
  name: string;
  isRightToLeft?: true;
}

/** Every language of the app, by its BCP 47 tag. Each needs a catalogue `<tag>.po` beside each `en.po`. */
export const languages: Record<string, Language> = {
  en: { name: 'English' },
  ar: { name: 'العربية', isRightToLeft: true },
  bn: { name: 'বাংলা' },
  cs: { name: 'Čeština' },
  da: { name: 'Dansk' },
  de: { name: 'Deutsch' },
  el: { name: 'Ελληνικά' },
  es: { name: 'Español' },
  fa: { name: 'فارسی', isRightToLeft: true },
  fi: { name: 'Suomi' },
  fr: { name: 'Français' },
  he: { name: 'עברית', isRightToLeft: true },
  hi: { name: 'हिन्दी' },
  hu: { name: 'Magyar' },
  id: { name: 'Bahasa Indonesia' },
  it: { name: 'Italiano' },
  ja: { name: '日本語' },
  ko: { name: '한국어' },
  nb: { name: 'Norsk bokmål' },
  nl: { name: 'Nederlands' },
  pl: { name: 'Polski' },
  'pt-BR': { name: 'Português (Brasil)' },
  'pt-PT': { name: 'Português (Portugal)' },
  ro: { name: 'Română' },
  ru: { name: 'Русский' },
  sv: { name: 'Svenska' },
  th: { name: 'ไทย' },
  tr: { name: 'Türkçe' },
  uk: { name: 'Українська' },
  ur: { name: 'اردو', isRightToLeft: true },
  vi: { name: 'Tiếng Việt' },
  'zh-Hans': { name: '简体中文' },
  'zh-Hant': { name: '繁體中文' },
};
