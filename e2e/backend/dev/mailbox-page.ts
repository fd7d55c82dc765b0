import { html, raw } from 'hono/html';
import { createHash } from 'node:crypto';
import type { Mail } from '../mail/inbox.ts';
import type { DemoCodes } from './demo-codes.ts';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: color-mix(in srgb, currentColor 25%, transparent) }
body { max-width: 75rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere }
article, section { border: 1px solid var(--line); border-radius: 14px; padding: 1rem 1.25rem; margin-block: 1rem }
h2 { font-size: 1.1rem; margin: 0 }
h3 { font-size: 0.875rem; margin: 1rem 0 0.5rem }
pre { white-space: pre-wrap; font: inherit; margin: 0 }
output { font: 600 1.1rem ui-monospace, monospace }
p { margin-block: 0.25rem }
iframe { width: 100%; height: 38rem; border: 1px solid var(--line); border-radius: 9px; box-sizing: border-box }
@media (min-width: 56rem) { .parts { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 37rem); gap: 1.5rem } }
@media (max-width: 30rem) { body { padding: 1rem 0.5rem } article, section { padding: 1rem 0.75rem } }
`;

/** The page runs no scripts; its one style is allowed by its hash, and it frames only the mails. */
export const mailboxPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A mail may open its links in a tab of their own, and nothing else. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

/**
 * For the HTML part of a mail, in its frame or opened directly: no scripts, no forms, nothing
 * loaded, and an origin that shares nothing with the app.
 */
export const mailPolicy = [
  "default-src 'none'",
  // Mails have their styles in the page and in its elements.
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  `sandbox ${sandbox}`,
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

function message({ id, from, to, subject, date, text }: Mail) {
  return html`<article>
    <h2 dir="auto">${subject}</h2>
    <p>From <bdi>${from}</bdi> to ${to}, ${date}</p>
    <div class="parts">
      <div>
        <h3>As text</h3>
        <pre dir="auto">
${text.split(/(^https?:\/\/\S+$)/m).map((part, index) => (index % 2 === 1 ? link(part) : part))}</pre>
      </div>
      <div>
        <h3>As HTML</h3>
        <iframe
          title="${subject}, as HTML"
          src="/dev/mailbox/${id}"
          sandbox="${sandbox}"
          loading="lazy"
        ></iframe>
      </div>
    </div>
  </article>`;
}

function link(url: string) {
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`;
}
