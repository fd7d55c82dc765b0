export interface MailLink {
  label: string;
  url: string;
}

/** One part of a mail. Text and HTML say the same, in the same order. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'facts'; facts: [label: string, value: string][] }
  /** The strongest part of the mail: a button, with what follows from pressing it. */
  | { kind: 'button'; link: MailLink; notes: string[] }
  | { kind: 'link'; link: MailLink };

export interface Letter {
  to: string;
  date: Date;
  subject: string;
  blocks: Block[];
  /** Every mention of it becomes a link to write to it. */
  supportEmail: string;
}

/** The same letter without characters that could forge or reorder a part of the mail. */
export function cleanLetter(letter: Letter): Letter {
  return { ...letter, subject: oneLine(letter.subject), blocks: letter.blocks.map(cleanBlock) };
}

function cleanBlock(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, text: oneLine(block.text) };
    case 'facts':
      return { ...block, facts: block.facts.map(([label, value]) => [label, oneLine(value)]) };
    case 'link':
    case 'button':
      return block;
  }
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
