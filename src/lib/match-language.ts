/**
 * The first wanted language that is offered, or English.
 *
 * @param wanted BCP 47 tags, as in `navigator.languages`
 */
export function matchLanguage(wanted: readonly string[], offered: readonly string[]): string {
  for (const tag of wanted) {
    const language = narrow(tag);
    if (offered.includes(language)) return language;
  }
  return 'en';
}

/** Takes off the parts of a tag that do not tell our languages apart. */
function narrow(tag: string): string {
  try {
    // Also renames: `iw` is `he`, `in` is `id`, `zh-TW` is `zh-Hant-TW`.
    const { language, script, region } = new Intl.Locale(tag).maximize();
    if (language === 'zh') return `zh-${script}`;
    // Angola, Mozambique and others write as Portugal does.
    if (language === 'pt') return region === 'BR' ? 'pt-BR' : 'pt-PT';
    // Readers of Nynorsk read Bokmål; `no` is either.
    return /^n[on]$/.test(language) ? 'nb' : language;
  } catch {
    return ''; // not a tag
  }
}
