import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { galleryFolder } from './pictures.ts';

/**
 * Empties the gallery's folder and takes the pictures of these journeys, or of all where none is
 * named, in these languages. Returns whether every journey could be walked.
 */
export function walkJourneys(names: string[], languages = ['en']): boolean {
  rmSync(galleryFolder, { recursive: true, force: true });
  mkdirSync(galleryFolder, { recursive: true });
  const grep = names.length === 0 ? [] : ['--grep', `(^| )(${names.join('|')})$`];
  const { status } = spawnSync(
    'npx',
    ['playwright', 'test', '--config', 'e2e/gallery/playwright.config.ts', ...grep],
    { stdio: 'inherit', env: { ...process.env, GALLERY_LANGUAGES: languages.join(' ') } },
  );
  return status === 0;
}
