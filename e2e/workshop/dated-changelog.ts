const unreleased = '\n## Unreleased\n';

/**
 * Puts a version and its date above what is unreleased. Throws where nothing is, or where the changelog has
 * that version.
 */
export function dateChangelog(text: string, version: string, date: string): string {
  const [before, after, ...more] = text.split(unreleased);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('CHANGELOG.md must have one heading "## Unreleased".');
  const [news = ''] = after.split(/^## /m);
  if (!/^- /m.test(news)) throw new Error('CHANGELOG.md says nothing about this version.');
  if (new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm').test(text))
    throw new Error(`CHANGELOG.md has version ${version} already.`);
  return `${before}${unreleased}\n## ${version} (${date})\n${after}`;
}
