export interface Language {
  /** In the language itself, as its readers look for it. */
  name: string;
  isRightToLeft?: true;
}

/** Every language of the app, by its BCP 47 tag. Each needs a catalogue `<tag>.po` beside each `en.po`. */
export const languages: Record<string, Language> = {
  en: { name: 'English' },
  ar: { name: 'العربية', isRightToLeft: true },
  de: { name: 'Deutsch' },
};
