import type { App } from '../create-app.ts';
import type { Inbox } from '../mail/inbox.ts';
import type { Services } from '../services.ts';
import { readDemoCodes } from './demo-codes.ts';
import { mailboxPage, mailboxPolicy } from './mailbox-page.ts';

/** Shows the mails that the app has sent, as a page and as JSON. Only in a demo. */
export function addMailboxRoutes(app: App, services: Services, inbox: Inbox | undefined): void {
  app.get('/dev/mailbox', async (c) => {
    c.header('Content-Security-Policy', mailboxPolicy);
    c.header('Referrer-Policy', 'no-referrer');
    return c.html(mailboxPage(inbox?.messages() ?? [], await readDemoCodes(services)));
  });
  app.get('/dev/mailbox.json', (c) => c.json(inbox?.messages() ?? []));
}
