import { html, raw } from 'hono/html';
import type { Block, Letter, MailLink } from './letter.ts';
import { darkRules, lightStyle } from './mail-colors.ts';

/**
 * The HTML part of a mail. Its styles are inline, for mail programs that drop the style sheet; the
 * style sheet only has the dark theme and the narrow screen. Tables hold it together in Outlook.
 */
export function mailPage({ subject, blocks, supportEmail }: Letter) {
  return html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        ${raw(`<style>${styleSheet}</style>`)}
      </head>
      <body class="page" style="margin: 0; padding: 0; ${lightStyle('page')}">
        ${preview(blocks)}
        <table
          role="presentation"
          lang="en"
          dir="ltr"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          class="page"
          style="${lightStyle('page')}"
        >
          <tr>
            <td align="center" style="padding: 24px 12px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                class="card"
                style="max-width: 560px; border: 1px solid; border-radius: 14px; border-collapse: separate; ${lightStyle('card')}"
              >
                <tr>
                  <td
                    align="left"
                    class="inside text"
                    style="padding: 32px; font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; word-break: break-word; ${lightStyle('text')}"
                  >
                    <h1
                      class="text"
                      style="margin: 0 0 16px; font-size: 22px; line-height: 1.3; font-weight: 700; ${lightStyle('text')}"
                    >
                      ${subject}
                    </h1>
                    ${blocks.map((block) => htmlOf(block, supportEmail))}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
}

const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (max-width: 480px) { .inside { padding: 24px 20px !important } }
@media (prefers-color-scheme: dark) {
${darkRules()}
}
`;

/** What lists of mails show beside the subject; it would repeat the subject otherwise. */
function preview(blocks: Block[]) {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return html`<div style="display: none; max-height: 0; overflow: hidden">${first?.text}</div>`;
}

function htmlOf(block: Block, supportEmail: string) {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="margin: 0 0 16px">${withSupport(block.text, supportEmail)}</p>`;
    case 'note':
      return note(block.text, supportEmail);
    case 'facts':
      return html`<table
        cellpadding="0"
        cellspacing="0"
        style="margin: 0 0 20px; border-collapse: collapse"
      >
        ${block.facts.map(
          ([label, value]) =>
            html`<tr>
              <th
                scope="row"
                align="left"
                valign="top"
                class="muted"
                style="padding: 3px 16px 3px 0; font: inherit; white-space: nowrap; text-align: left; ${lightStyle('muted')}"
              >
                ${label}
              </th>
              <td class="text" style="padding: 3px 0; ${lightStyle('text')}">${value}</td>
            </tr>`,
        )}
      </table>`;
    case 'link':
      return html`<p style="margin: 0 0 8px">${quietLink(block.link)}</p>`;
    case 'button':
      return html`<table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        class="panel"
        style="margin: 0 0 16px; border: 1px solid; border-radius: 12px; border-collapse: separate; ${lightStyle('panel')}"
      >
        <tr>
          <td style="padding: 20px 20px 6px">
            ${button(block.link)} ${block.notes.map((text) => note(text, supportEmail))}
          </td>
        </tr>
      </table>`;
  }
}

/** The cell's color and padding are for Outlook, which draws no background behind a link. */
function button({ label, url }: MailLink) {
  return html`<table
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    style="margin: 0 0 14px; border-collapse: separate"
  >
    <tr>
      <td
        class="button"
        style="border-radius: 9px; mso-padding-alt: 12px 20px; ${lightStyle('button')}"
      >
        <a
          href="${url}"
          target="_blank"
          rel="noopener noreferrer"
          class="button"
          style="display: inline-block; padding: 12px 20px; border-radius: 9px; line-height: 24px; font-weight: 700; text-decoration: none; ${lightStyle('button')}"
          >${label}</a
        >
      </td>
    </tr>
  </table>`;
}

/** High enough for a finger, too. */
function quietLink({ label, url }: MailLink) {
  return html`<a
    href="${url}"
    target="_blank"
    rel="noopener noreferrer"
    class="link"
    style="display: inline-block; padding: 10px 0; line-height: 24px; ${lightStyle('link')}"
    >${label}</a
  >`;
}

function note(text: string, supportEmail: string) {
  return html`<p class="muted" style="margin: 0 0 14px; font-size: 14px; ${lightStyle('muted')}">
    ${withSupport(text, supportEmail)}
  </p>`;
}

function withSupport(text: string, supportEmail: string) {
  const link = html`<a href="mailto:${supportEmail}" class="link" style="${lightStyle('link')}"
    >${supportEmail}</a
  >`;
  return text.split(supportEmail).map((part, index) => (index === 0 ? part : [link, part]));
}
