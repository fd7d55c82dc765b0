import { expect } from '@playwright/test';
import type { Backend } from '../backend/start-backend.ts';

/** The mails in the worker's inbox. */
export class Mailbox {
  #inbox: NonNullable<Backend['inbox']>;
  #opened = new Set<string>();

  constructor(backend: Backend) {
    if (!backend.inbox) throw new Error('The backend sends its mail elsewhere.');
    this.#inbox = backend.inbox;
  }

  /** Returns the mails to one address, newest first. */
  messagesTo(email: string) {
    return this.#inbox.messages().filter((mail) => mail.to === email);
  }

  /** From now on, links in mails that have arrived count as returned. */
  skipOldLinks(): void {
    for (const { text } of this.#inbox.messages()) {
      const link = linkIn(text);
      if (link !== undefined) this.#opened.add(link);
    }
  }

  /** Waits for a mail with a link that no earlier call returned, and returns that link. */
  async linkFor(email: string): Promise<string> {
    const newest = () =>
      this.messagesTo(email)
        .map((mail) => linkIn(mail.text))
        .find((link) => link !== undefined && !this.#opened.has(link));
    await expect.poll(newest, { message: `a mail with a link to ${email}` }).toBeDefined();
    const link = newest() ?? '';
    this.#opened.add(link);
    return link;
  }

  /** Waits for a notice with this subject, and returns its link for those who did not expect it. */
  async doubtLinkFor(email: string, subject: RegExp): Promise<string> {
    const notice = () => this.messagesTo(email).find((mail) => subject.test(mail.subject));
    await expect.poll(notice, { message: `a mail like ${subject} to ${email}` }).toBeDefined();
    return /^https?:\/\/\S+$/m.exec(notice()?.text ?? '')?.[0] ?? '';
  }
}

/** The link has a line of its own, so that no mail program breaks it. */
function linkIn(text: string): string | undefined {
  return /^https?:\/\/\S+token=\S+$/m.exec(text)?.[0];
}
