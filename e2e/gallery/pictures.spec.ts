import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { sampleMails } from '../backend/mail/sample-mails.ts';
import { journeys } from './journeys.ts';
import { galleryFolder, mailChapter, mailLanguages, takePictures } from './pictures.ts';
import type { Chapter } from './pictures.ts';
import { test } from './test.ts';

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
      const pictures = await takePictures(at, { journey: name, state, isThorough });
      chapter.states.push({ title: state, pictures });
    };
    await walk({ ...stage, look });
    write(chapter);
  });

for (const language of mailLanguages)
  test(mailChapter(language), async ({ page }) => {
    const name = mailChapter(language);
    const chapter: Chapter = { name, title: `Mails, ${language}`, states: [] };
    for (const { name: state, subject, html } of await sampleMails(language)) {
      await page.setContent(html);
      const pictures = await takePictures(page, { journey: name, state, isThorough: false });
      chapter.states.push({ title: `${state}: ${subject}`, pictures });
    }
    write(chapter);
  });
