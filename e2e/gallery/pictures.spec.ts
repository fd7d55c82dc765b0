import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { sampleMails } from '../backend/mail/sample-mails.ts';
import { journeys } from './journeys.ts';
import {
  galleryFolder,
  galleryLanguages,
  mailChapter,
  takePicture,
  takePictures,
} from './pictures.ts';
import type { Chapter, Picture } from './pictures.ts';
import { speak } from './speak.ts';
import { test } from './test.ts';

const isInEnglish = galleryLanguages.includes('en');

/** Besides the first state of each journey, what is also looked at in forced colours and so on. */
const thorough = [
  'Some have no second step',
  'One method is on, and a link was sent',
  'Save the backup codes',
  'Turn it off?',
];

const write = (chapter: Chapter) =>
  writeFileSync(path.join(galleryFolder, `${chapter.name}.json`), JSON.stringify(chapter));

for (const { name, title, walk } of journeys)
  test(name, async ({ stage }) => {
    const chapter: Chapter = { name, title, states: [] };
    const look = async (state: string, at: Page = stage.page) => {
      const isThorough = chapter.states.length === 0 || thorough.includes(state);
      const pictures = isInEnglish
        ? await takePictures(at, {
            journey: name,
            state,
            extent: isThorough ? 'thorough' : 'usual',
          })
        : await takeInLanguages(at, name, state);
      chapter.states.push({ title: state, pictures });
    };
    await walk({ ...stage, look });
    write(chapter);
  });

async function takeInLanguages(page: Page, name: string, state: string): Promise<Picture[]> {
  const taken: Picture[] = [];
  for (const language of galleryLanguages) {
    await speak(page, language);
    const journey = `${name}-${language}`;
    for (const { file, label } of await takePictures(page, { journey, state, extent: 'brief' }))
      taken.push({ file, label: `${language}, ${label}` });
  }
  await speak(page, 'en');
  return taken;
}

for (const language of galleryLanguages)
  test(mailChapter(language), async ({ page }) => {
    const journey = mailChapter(language);
    const chapter: Chapter = { name: journey, title: `Mails, ${language}`, states: [] };
    for (const { name: state, subject, html, text } of await sampleMails(language)) {
      await page.setContent(html);
      const extent = isInEnglish ? 'usual' : 'brief';
      const pictures = await takePictures(page, { journey, state, extent });
      await page.setContent(asMailProgramsShow(text));
      pictures.push(await takePicture(page, { journey, state, label: 'text part' }));
      chapter.states.push({ title: `${state}: ${subject}`, pictures });
    }
    write(chapter);
  });

/** Each line in the direction of its first letter. */
const asMailProgramsShow = (text: string) => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<meta name="color-scheme" content="light dark" /><pre style="unicode-bidi: plaintext; white-space: pre-wrap">${escaped}</pre>`;
};
