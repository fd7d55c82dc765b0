import { ownBrand } from '../../brand/brand.ts';
import type { Brand } from '../../brand/brand.ts';
import type { I18n, Phrase } from './i18n.ts';
import { isolate, plainText } from './isolate.ts';
import type { Block, Letter } from './letter.ts';
import { mailPage } from './mail-page.ts';
import type { OutgoingMail } from './open-mailer.ts';

/**
 * Composes a mail as text and as HTML, which say the same. In the text, each link has a line of its
 * own, and each paragraph and note is one line, whatever names it contains.
 */
export async function composeMail(
  letter: Letter,
  i18n: I18n,
  brand: Brand = ownBrand,
): Promise<OutgoingMail> {
  const { to, date, subject, blocks } = letter;
  const parts = [
    ...(brand.name === undefined ? [] : [isolate(brand.name)]),
    ...blocks.map((block) => textOf(block, i18n)),
    ...brand.links.map(({ label, url }) => textOfLink(label, url, i18n)),
  ];
  const text = `${parts.join('\n\n')}\n`;
  return {
    to,
    date,
    language: i18n.language,
    subject: plainText(subject, i18n.direction),
    text: plainText(text, i18n.direction),
    html: String(await mailPage(letter, i18n, brand)),
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
      return textOfLink({ said: block.link.label }, block.link.url, i18n);
    case 'button':
      return [textOfLink({ said: block.link.label }, block.link.url, i18n), ...block.notes].join(
        '\n\n',
      );
  }
}

const textOfLink = (label: string | Phrase, url: string, i18n: I18n) =>
  `${i18n._('{label}:', { label }, { comment: 'The label of a link that stands on the next line' })}\n${url}`;
