/**
 * `npm run gallery`: takes pictures of every screen and state, and of every mail, and puts them into
 * one page. Only some journeys: `npm run gallery -- settings organization`. In German, Arabic, Japanese
 * and Thai: `npm run gallery -- --languages`, and only the mails in one of them:
 * `npm run gallery -- --languages mails-ja`.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { html, raw } from 'hono/html';
import { journeys } from './journeys.ts';
import { galleryFolder, mailChapter, translations } from './pictures.ts';
import type { Chapter } from './pictures.ts';
import { walkJourneys } from './walk-journeys.ts';

const names = process.argv.slice(2).filter((name) => name !== '--languages');
const languages = process.argv.includes('--languages') ? translations : ['en'];
const isWalked = walkJourneys(names, languages);

const order = [...journeys.map(({ name }) => name), ...languages.map(mailChapter)];
const chapters = readdirSync(galleryFolder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(path.join(galleryFolder, file), 'utf8')) as Chapter)
  .toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
const count = chapters.flatMap(({ states }) => states.flatMap(({ pictures }) => pictures)).length;

const style = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { margin: 2rem; }
  nav ul { columns: 18rem; }
  .pictures { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
  figure { margin: 0; }
  figcaption { color: GrayText; }
  img { inline-size: auto; max-inline-size: 100%; block-size: 26rem; border: 1px solid GrayText; }
`;
const page = await html`<!doctype html>
  <html lang="en">
    <meta charset="utf-8" />
    <title>Gallery</title>
    <style>
      ${raw(style)}
    </style>
    <h1>${count} pictures of every screen, state and mail</h1>
    <nav>
      <ul>
        ${chapters.map(({ name, title }) => html`<li><a href="#${name}">${title}</a></li>`)}
      </ul>
    </nav>
    ${chapters.map(
      ({ name, title, states }) =>
        html`<section>
          <h2 id="${name}">${title}</h2>
          ${states.map(
            (state) =>
              html`<h3>${state.title}</h3>
                <div class="pictures">
                  ${state.pictures.map(
                    ({ file, label }) =>
                      html`<figure>
                        <a href="${file}"
                          ><img src="${file}" loading="lazy" alt="${state.title}, ${label}"
                        /></a>
                        <figcaption>${label}</figcaption>
                      </figure>`,
                  )}
                </div>`,
          )}
        </section>`,
    )}
  </html>`;
const file = path.join(galleryFolder, 'index.html');
writeFileSync(file, page.toString());
console.log(`${count} pictures: ${pathToFileURL(file).href}`);
process.exitCode = isWalked ? 0 : 1;
