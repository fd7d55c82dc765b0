import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseAccept } from 'hono/utils/accept';

export const localesFolder = path.join(import.meta.dirname, '../locales');

/** The language that sentences are written in first. */
export const sourceLanguage = 'en';

/** The languages that there are catalogues in, such as `de` and `pt-BR`. */
export const languages: readonly string[] = readdirSync(localesFolder)
  .filter((file) => file.endsWith('.po'))
  .map((file) => path.basename(file, '.po'));

/** No browser sends more, and nobody speaks more languages than fit. */
const longestHeader = 1000;

/**
 * The best language for what a request asks for (RFC 9110, 12.5.4); undefined where it asks for none of
 * ours.
 * @param header the value of `Accept-Language`
 */
export function acceptedLanguage(header: string | null): string | undefined {
  const wanted = parseAccept((header ?? '').slice(0, longestHeader));
  return matchLanguage(wanted.flatMap(({ type, q }) => (q > 0 ? [type] : [])));
}

/**
 * The first of the wanted languages that there is a catalogue for: `de` for `de-AT`, `zh-Hant` for
 * `zh-TW`, `pt-PT` for `pt-AO`, `nb` for `no`.
 *
 * @param tags BCP 47; those that are none are skipped
 */
export function matchLanguage(
  tags: readonly string[],
  available: readonly string[] = languages,
): string | undefined {
  for (const tag of tags) {
    const wanted = readTag(tag);
    if (wanted === undefined) continue;
    const found =
      available.find((language) => language === wanted.exact) ?? closest(wanted, available);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Wanted {
  exact: string;
  language: string;
  script: string | undefined;
  region: string | undefined;
}

function readTag(tag: string): Wanted | undefined {
  try {
    // `no` stands for either written form of Norwegian, and readers of Nynorsk read Bokmål.
    const locale = new Intl.Locale(tag.replace(/^(no|nn)(?=-|$)/i, 'nb'));
    const { language, script, region } = locale.maximize();
    return { exact: locale.baseName, language, script, region };
  } catch {
    return undefined;
  }
}

/** Of catalogues in the same language and script, that of the region, or of the one closest to it. */
function closest(
  { language, script, region }: Wanted,
  available: readonly string[],
): string | undefined {
  const candidates = available
    .map((name) => ({ name, locale: new Intl.Locale(name).maximize() }))
    .filter(({ locale }) => locale.language === language && locale.script === script);
  const sameRegion = candidates.find(({ locale }) => locale.region === region);
  // Outside Brazil, Portuguese is written as in Portugal.
  return (sameRegion ?? candidates.at(language === 'pt' ? -1 : 0))?.name;
}
