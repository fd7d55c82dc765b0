import { html } from 'hono/html';
import type { OutgoingMail } from './open-mailer.ts';

export interface Letter {
  to: string;
  date: Date;
  subject: string;
  /** Shown above the link. */
  paragraphs: string[];
  link: { url: string; label: string };
  /** Shown below the link, in smaller type. */
  notes: string[];
}

/**
 * Composes a mail as text and as HTML. In the text, the link has a line of its own, and each
 * paragraph and note is one line, whatever names it contains.
 */
export async function composeMail(letter: Letter): Promise<OutgoingMail> {
  const { to, date, link } = letter;
  const subject = oneLine(letter.subject);
  const paragraphs = letter.paragraphs.map(oneLine);
  const notes = letter.notes.map(oneLine);
  const text = [...paragraphs, link.url, ...notes].join('\n\n') + '\n';
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>${subject}</title>
      </head>
      <body
        style="font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 24px; overflow-wrap: anywhere; word-break: break-word"
      >
        <h1 style="font-size: 20px">${subject}</h1>
        ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
        <p style="margin: 24px 0">
          <a
            href="${link.url}"
            style="display: inline-block; padding: 12px 20px; border-radius: 9px; background: #3345c8; color: #fff; text-decoration: none"
            >${oneLine(link.label)}</a
          >
        </p>
        ${notes.map((note) => html`<p style="font-size: 14px; opacity: 0.75">${note}</p>`)}
      </body>
    </html>`;
  return { to, date, subject, text, html: String(await page) };
}

/**
 * Users and administrators choose names. A line break in a name could add a sentence or a link to
 * a mail, and a bidirectional control could reorder the text around it. Joiners are kept, because
 * Persian names and emoji need them.
 */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Bidi_Control}\p{Cs}\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
