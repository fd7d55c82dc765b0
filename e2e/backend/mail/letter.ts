import type { Phrase, Said } from './i18n.ts';

export interface MailLink {
  label: Said;
  url: string;
}

/** What is known about something: an address, a time, a device. */
export type Fact = [label: Said, value: string | Phrase];

/** One part of a mail. Text and HTML say the same, in the same order. */
export type Block =
  | { kind: 'paragraph'; text: Said }
  | { kind: 'note'; text: Said }
  | { kind: 'facts'; facts: Fact[] }
  /** The strongest part of the mail: a button, with what follows from pressing it. */
  | { kind: 'button'; link: MailLink; notes: Said[] }
  | { kind: 'link'; link: MailLink };

export interface Letter {
  to: string;
  date: Date;
  subject: Said;
  blocks: Block[];
  /** Every mention of it becomes a link to write to it. */
  supportEmail: string;
}
