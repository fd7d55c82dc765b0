import { cleanLetter } from './letter.ts';
import type { Block, Letter } from './letter.ts';
import { mailPage } from './mail-page.ts';
import type { OutgoingMail } from './open-mailer.ts';

/**
 * Composes a mail as text and as HTML, which say the same. In the text, each link has a line of its
 * own, and each paragraph and note is one line, whatever names it contains.
 */
export async function composeMail(letter: Letter): Promise<OutgoingMail> {
  const cleaned = cleanLetter(letter);
  const { to, date, subject, blocks } = cleaned;
  const text = `${blocks.map(textOf).join('\n\n')}\n`;
  return { to, date, subject, text, html: String(await mailPage(cleaned)) };
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.text;
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'link':
      return `${block.link.label}:\n${block.link.url}`;
    case 'button':
      return [`${block.link.label}:\n${block.link.url}`, ...block.notes].join('\n\n');
  }
}
