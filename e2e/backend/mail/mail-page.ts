import { html, raw } from 'hono/html';
import type { Brand } from '../../brand/brand.ts';
import type { I18n, Said } from './i18n.ts';
import { isolate, plainText, splitValues } from './isolate.ts';
import type { Block, Letter, MailLink } from './letter.ts';
import { mailLook } from './mail-colors.ts';
import type { MailLook } from './mail-colors.ts';

/**
 * The HTML part of a mail. Its styles are inline, for mail programs that drop the style sheet; the
 * style sheet only has the dark theme, the narrow screen, and where lines end in Japanese and Korean.
 * Tables hold it together in Outlook.
 */
export function mailPage(
  { subject, blocks, supportEmail }: Letter,
  { language, direction }: I18n,
  brand: Brand,
) {
  const look = mailLook(brand);
  const { lightStyle } = look;
  const start = direction === 'rtl' ? 'right' : 'left';
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${plainText(subject, direction)}</title>
        ${raw(`<style>${styleSheet(look)}</style>`)}
      </head>
      <body class="page" style="margin: 0; padding: 0; ${lightStyle('page')}">
        ${preview(blocks, direction)}
        <table
          role="presentation"
          lang="${language}"
          dir="${direction}"
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
                style="max-width: 560px; border: 1px solid; border-radius: ${look.radius.card}px; border-collapse: separate; ${lightStyle('card')}"
              >
                <tr>
                  <td
                    align="${start}"
                    class="inside text"
                    style="padding: 32px; font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; word-break: break-word; text-wrap: pretty; ${lightStyle('text')}"
                  >
                    ${brandHeader(brand, look)}
                    <h1
                      class="text"
                      style="margin: 0 0 16px; font-size: 22px; line-height: 1.3; font-weight: 700; text-wrap: balance; ${lightStyle('text')}"
                    >
                      ${rich(subject, supportEmail, look)}
                    </h1>
                    ${blocks.map((block) => htmlOf(block, supportEmail, start, look))}
                    ${brandFooter(brand, look)}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
}

/** Who writes, for brands that say so. Mail programs show no picture of ours, only one from the web. */
function brandHeader({ name, mailLogo, logoShowsName }: Brand, { lightStyle }: MailLook) {
  if (name === undefined && mailLogo === undefined) return '';
  const isInLogo = mailLogo !== undefined && logoShowsName;
  const logo =
    mailLogo &&
    html`<img
      src="${mailLogo}"
      alt="${isInLogo ? (name ?? '') : ''}"
      height="28"
      style="height: 28px; margin-inline-end: 8px; border: 0; vertical-align: middle"
    />`;
  return html`<p class="text" style="margin: 0 0 20px; font-weight: 700; ${lightStyle('text')}">
    ${logo ?? ''}${isInLogo ? '' : name}
  </p>`;
}

function brandFooter({ links }: Brand, look: MailLook) {
  return links.map(
    (link) => html`<p style="margin: 0; font-size: 14px">${quietLink(link, look)}</p>`,
  );
}

const styleSheet = ({ darkRules }: MailLook) => `
:root { color-scheme: light dark; supported-color-schemes: light dark }
.inside:lang(ko) { word-break: keep-all !important }
.inside:lang(ja) { line-break: strict }
.inside:lang(ja) :is(h1, .button) { word-break: auto-phrase }
@media (max-width: 480px) { .inside { padding: 24px 20px !important } }
@media (prefers-color-scheme: dark) {
${darkRules}
}
`;

/** What lists of mails show beside the subject; it would repeat the subject otherwise. */
function preview(blocks: Block[], direction: I18n['direction']) {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return html`<div style="display: none; max-height: 0; overflow: hidden">
    ${first && plainText(first.text, direction)}
  </div>`;
}

function htmlOf(block: Block, supportEmail: string, start: 'left' | 'right', look: MailLook) {
  const { lightStyle } = look;
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="margin: 0 0 16px">${rich(block.text, supportEmail, look)}</p>`;
    case 'note':
      return note(block.text, supportEmail, look);
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
                align="${start}"
                valign="top"
                class="muted"
                style="padding: 3px ${start === 'left' ? '16px 3px 0' : '0 3px 16px'}; font: inherit; white-space: nowrap; text-align: ${start}; ${lightStyle('muted')}"
              >
                ${label}
              </th>
              <td class="text" style="padding: 3px 0; ${lightStyle('text')}">
                ${rich(typeof value === 'string' ? isolate(value) : value.said, supportEmail, look)}
              </td>
            </tr>`,
        )}
      </table>`;
    case 'link':
      return html`<p style="margin: 0 0 8px">${quietLink(block.link, look)}</p>`;
    case 'button':
      return html`<table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        class="panel"
        style="margin: 0 0 16px; border: 1px solid; border-radius: ${look.radius.panel}px; border-collapse: separate; ${lightStyle('panel')}"
      >
        <tr>
          <td style="padding: 20px 20px 6px">
            ${button(block.link, look)} ${block.notes.map((text) => note(text, supportEmail, look))}
          </td>
        </tr>
      </table>`;
  }
}

/** The cell's color and padding are for Outlook, which draws no background behind a link. */
function button({ label, url }: MailLink, { lightStyle, radius }: MailLook) {
  return html`<table
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    style="margin: 0 0 14px; border-collapse: separate"
  >
    <tr>
      <td
        class="button"
        style="border-radius: ${radius.button}px; mso-padding-alt: 12px 20px; ${lightStyle('button')}"
      >
        <a
          href="${url}"
          target="_blank"
          rel="noopener noreferrer"
          class="button"
          style="display: inline-block; padding: 12px 20px; border-radius: ${radius.button}px; line-height: 24px; font-weight: 700; text-align: center; text-decoration: none; text-wrap: balance; ${lightStyle('button')}"
          >${label}</a
        >
      </td>
    </tr>
  </table>`;
}

/** High enough for a finger, too. */
function quietLink({ label, url }: Record<keyof MailLink, string>, { lightStyle }: MailLook) {
  return html`<a
    href="${url}"
    target="_blank"
    rel="noopener noreferrer"
    class="link"
    style="display: inline-block; padding: 10px 0; line-height: 24px; ${lightStyle('link')}"
    >${label}</a
  >`;
}

function note(text: Said, supportEmail: string, look: MailLook) {
  const { lightStyle } = look;
  return html`<p class="muted" style="margin: 0 0 14px; font-size: 14px; ${lightStyle('muted')}">
    ${rich(text, supportEmail, look)}
  </p>`;
}

/** A sentence whose values stand apart from the direction of its words. */
function rich(sentence: string, supportEmail: string, look: MailLook) {
  return splitValues(sentence).map((part, index) => {
    if (index % 2 === 0) return part;
    return html`<bdi>${part === supportEmail ? supportLink(supportEmail, look) : part}</bdi>`;
  });
}

function supportLink(supportEmail: string, { lightStyle }: MailLook) {
  return html`<a href="mailto:${supportEmail}" class="link" style="${lightStyle('link')}"
    >${supportEmail}</a
  >`;
}
