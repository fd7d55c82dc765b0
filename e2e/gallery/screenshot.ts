/**
 * `npm run screenshot`: takes the README's pictures from the gallery, and records beside them what
 * the transcripts said of these states.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { galleryFolder, pictureFile } from './pictures.ts';
import { readmePictures, sectionOf } from './readme-pictures.ts';
import { walkJourneys } from './walk-journeys.ts';

const pictures = path.join(import.meta.dirname, '../screenshots');
const transcripts = path.join(import.meta.dirname, '../transcripts');

const journeys = [...new Set(readmePictures.map(({ journey }) => journey))];
if (!walkJourneys(journeys)) throw new Error('A journey could not be walked to its end.');
const words: Record<string, string> = {};
for (const { file, journey, state, device, theme } of readmePictures) {
  const taken = path.join(galleryFolder, pictureFile(journey, state, `${device}, ${theme}`));
  copyFileSync(taken, path.join(pictures, file));
  const transcript = readFileSync(path.join(transcripts, `${journey}.md`), 'utf8');
  words[file] = sectionOf(transcript, state);
}
writeFileSync(path.join(pictures, 'words.json'), `${JSON.stringify(words, null, 2)}\n`);
