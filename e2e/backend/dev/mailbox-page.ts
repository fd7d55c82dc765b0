import { html, raw } from 'hono/html';
import { createHash } from 'node:crypto';
import type { Mail } from '../mail/inbox.ts';
import type { DemoCodes } from './demo-codes.ts';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 45rem; margin: 0 auto; padding: 1.5rem }
article, section { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 14px; padding: 1rem 1.25rem; margin-block: 1rem }
h2 { font-size: 1.1rem; margin: 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin-bottom: 0 }
output { font: 600 1.1rem ui-monospace, monospace }
p { margin-block: 0.25rem }
`;

/** The page runs no scripts and loads nothing; its one style is allowed by its hash. */
export const mailboxPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The mails, newest first, and the codes of the demo accounts. Reloads every 10 seconds. */
export function mailboxPage(mails: Mail[], accounts: DemoCodes[]) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="refresh" content="10" />
        <title>Mailbox</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>Mailbox</h1>
          ${accounts.length > 0 ? codes(accounts) : ''}
          ${mails.length === 0 ? html`<p>No mail yet.</p>` : mails.map(message)}
        </main>
      </body>
    </html>`;
}

function codes(accounts: DemoCodes[]) {
  return html`<section>
    <h2>Codes from the demo accounts' authenticator apps</h2>
    ${accounts.map(
      ({ email, code, pendingCode }) => html`
        <p>${email}: ${code === undefined ? 'none set up' : html`<output>${code}</output>`}</p>
        ${
          pendingCode === undefined
            ? ''
            : html`<p>${email}, being set up: <output>${pendingCode}</output></p>`
        }
      `,
    )}
  </section>`;
}

function message({ to, subject, date, text }: Mail) {
  return html`<article>
    <h2>${subject}</h2>
    <p>To ${to}, ${date}</p>
    <pre>
${text.split(/(^https?:\/\/\S+$)/m).map((part, index) => (index % 2 === 1 ? link(part) : part))}</pre>
  </article>`;
}

function link(url: string) {
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`;
}
