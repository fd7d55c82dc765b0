import type { I18n } from './i18n.ts';
import { plainText } from './isolate.ts';
import type { Block, Letter, MailLink } from './letter.ts';
import { mailPage } from './mail-page.ts';
import type { OutgoingMail } from './open-mailer.ts';

/**
 * Composes a mail as text and as HTML, which say the same. In the text, each link has a line of its
 * own, and each paragraph and note is one line, whatever names it contains.
 */
export async function composeMail(letter: Letter, i18n: I18n): Promise<OutgoingMail> {
  const { to, date, subject, blocks } = letter;
  const text = `${blocks.map((block) => textOf(block, i18n)).join('\n\n')}\n`;
  return {
    to,
    date,
    language: i18n.language,
    subject: plainText(subject, i18n.direction),
    text: plainText(text, i18n.direction),
    html: String(await mailPage(letter, i18n)),
  };
}

function textOf(block: Block, i18n: I18n): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.text;
    case 'facts':
      return block.facts
        .map(([label, value]) =>
          i18n._(
            '{label}: {value}',
            { label: { said: label }, value },
            { comment: 'One of the facts in the text part, such as "Device: Firefox on Windows"' },
          ),
        )
        .join('\n');
    case 'link':
      return textOfLink(block.link, i18n);
    case 'button':
      return [textOfLink(block.link, i18n), ...block.notes].join('\n\n');
  }
}

const textOfLink = ({ label, url }: MailLink, i18n: I18n) =>
  `${i18n._('{label}:', { label: { said: label } }, { comment: 'The label of a link that stands on the next line' })}\n${url}`;
