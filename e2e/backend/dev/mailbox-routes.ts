import type { App } from '../create-app.ts';
import type { Inbox } from '../mail/inbox.ts';
import type { Services } from '../services.ts';
import { readDemoCodes } from './demo-codes.ts';
import { mailboxPage, mailboxPolicy, mailPolicy } from './mailbox-page.ts';

/** Shows the mails that the app has sent, as a page and as JSON. Only in a demo. */
export function addMailboxRoutes(app: App, services: Services, inbox: Inbox | undefined): void {
  app.get('/dev/mailbox', async (c) => {
    c.header('Content-Security-Policy', mailboxPolicy);
    c.header('Referrer-Policy', 'no-referrer');
    return c.html(mailboxPage(inbox?.messages() ?? [], await readDemoCodes(services)));
  });
  app.get('/dev/mailbox/:id', (c) => {
    const mail = inbox?.messages().find(({ id }) => id === c.req.param('id'));
    if (mail === undefined) return c.notFound();
    c.header('Content-Security-Policy', mailPolicy);
    c.header('Referrer-Policy', 'no-referrer');
    // The servers in front of this one forbid all frames.
    c.header('X-Frame-Options', 'SAMEORIGIN');
    return c.html(mail.html);
  });
  app.get('/dev/mailbox.json', (c) => c.json(inbox?.messages() ?? []));
}
